package io.lifeboat.qdrant.snapshot.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads a small JSON file of an archive, and reports what is none. */
final class JsonFile {
    private static final int MOST_BYTES = 4 << 20;
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonFile() {}

    static Optional<JsonNode> read(TarWalk.Entry entry, InputStream content, Findings findings) throws IOException {
        if (entry.size() > MOST_BYTES) {
            findings.damaged(
                    entry.place(), entry.offset(), "at most " + MOST_BYTES + " bytes", entry.size() + " bytes");
            return Optional.empty();
        }
        byte[] bytes = content.readNBytes((int) entry.size());
        try {
            JsonNode json = MAPPER.readTree(bytes);
            if (json.isContainerNode()) {
                return Optional.of(json);
            }
            findings.damaged(entry.place(), entry.offset(), "JSON", bytes.length == 0 ? "nothing" : "another value");
        } catch (IOException e) {
            findings.damaged(entry.place(), entry.offset(), "JSON", "something else: " + firstLine(e));
        }
        return Optional.empty();
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
