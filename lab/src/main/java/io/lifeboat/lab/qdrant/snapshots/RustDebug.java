package io.lifeboat.lab.qdrant.snapshots;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;

/** Vector parameters as Rust's debug format shows them in the error of case 09. */
final class RustDebug {
    private static final List<String> OPTIONAL =
            List.of("hnsw_config", "quantization_config", "on_disk", "datatype", "multivector_config");

    private RustDebug() {}

    static String vectors(JsonNode vectors) {
        if (vectors.path("size").isNumber()) {
            return "Single(" + params(vectors) + ")";
        }
        return vectors.properties().stream()
                .map(named -> "\"" + named.getKey() + "\": " + params(named.getValue()))
                .collect(Collectors.joining(", ", "Multi({", "})"));
    }

    private static String params(JsonNode one) {
        String optional = OPTIONAL.stream()
                .map(name -> name + ": " + option(one.path(name)))
                .collect(Collectors.joining(", "));
        return "VectorParams { size: " + one.path("size").asText() + ", distance: "
                + one.path("distance").asText() + ", " + optional + " }";
    }

    private static String option(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? "None" : "Some(" + value.asText(value.toString()) + ")";
    }
}
