package io.lifeboat.lab.qdrant.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** One recorded case: requests and answers in their order, with notes of what was done in between. */
record ContractCase(String name, List<Step> steps) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** A request with its answer, or a note alone. */
    record Step(String note, ObjectNode request, ObjectNode response) {
        static Step of(JsonNode node) {
            return new Step(
                    node.path("note").asText(""), (ObjectNode) node.get("request"), (ObjectNode) node.get("response"));
        }

        boolean isNoteAlone() {
            return request == null;
        }
    }

    static ContractCase load(String name) {
        try (InputStream in = ContractCase.class.getResourceAsStream("/contract/" + name + ".json")) {
            List<Step> steps = new ArrayList<>();
            MAPPER.readTree(in).get("steps").forEach(step -> steps.add(Step.of(step)));
            return new ContractCase(name, steps);
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }

    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException malformed) {
            throw new IllegalArgumentException("not JSON: " + text, malformed);
        }
    }

    String number() {
        return name.substring(0, 2);
    }
}
