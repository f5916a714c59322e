package io.lifeboat.lab.qdrant.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a text depends on the moment or on luck: how long to wait, sizes in a range header, the order of a validation
 * error's parameters, and how far a connection to a dead peer came.
 */
final class Tolerance {
    private static final Pattern PARAMETERS = Pattern.compile("(?<=invalid_sha256_hash \\[\\{).*(?=\\}\\])");

    private Tolerance() {}

    /** "Retry after 60s" is less by the seconds that went by. */
    static JsonNode retry(JsonNode body) {
        String text = body.toString();
        return text.contains("Retry after")
                ? ContractCase.json(text.replaceAll("Retry after [1-9]\\d?s", "Retry after Ns"))
                : body;
    }

    static String text(String key, String text) {
        if (key.equals("latest_error")) {
            return text.replaceAll("message: .*", "");
        }
        Matcher parameters = PARAMETERS.matcher(text);
        return parameters.find()
                ? parameters.replaceFirst(Matcher.quoteReplacement(
                        Stream.of(parameters.group().split(", ", -1)).sorted().collect(Collectors.joining(", "))))
                : text;
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
