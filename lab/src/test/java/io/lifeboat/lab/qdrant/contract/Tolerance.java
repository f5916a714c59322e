package io.lifeboat.lab.qdrant.contract;

import com.fasterxml.jackson.databind.JsonNode;

/** Where the exact number in a text depends on the moment: how long to wait, and sizes in a range header. */
final class Tolerance {
    private Tolerance() {}

    /** "Retry after 60s" is less by the seconds that went by. */
    static JsonNode retry(JsonNode body) {
        String text = body.toString();
        return text.contains("Retry after")
                ? ContractCase.json(text.replaceAll("Retry after [1-9]\\d?s", "Retry after Ns"))
                : body;
    }

    static String seconds(String header, String value) {
        return header.equals("retry-after") ? value.replaceAll("[1-9]\\d?", "N") : value;
    }

    static String header(String name, String recorded, Bindings bindings) {
        if (!name.equals("content-range")) {
            return recorded;
        }
        int slash = recorded.indexOf('/') + 1;
        return recorded.substring(0, slash) + bindings.size(Long.parseLong(recorded.substring(slash)));
    }
}
