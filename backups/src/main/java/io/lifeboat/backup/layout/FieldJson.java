package io.lifeboat.backup.layout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.backup.store.BackupStore;
import io.lifeboat.events.serde.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Reads small JSON files of a backup's folder; each mistake names the file, what stood there and what was expected. */
final class FieldJson {
    /** Lifeboat's own file has some 12 kB a collection. */
    private static final int MOST_BYTES = 64 * 1024 * 1024;

    private FieldJson() {}

    static byte[] bytes(BackupStore store, String folder, String file) throws IOException {
        try (InputStream in = store.open(folder + "/" + file, 0)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new NotABackup(file, "expected at most 64 MiB");
            }
            return bytes;
        }
    }

    static JsonNode object(String file, byte[] bytes) throws IOException {
        try {
            JsonNode read = Json.mapper().readTree(bytes);
            if (!read.isObject()) {
                throw new NotABackup(file, "expected a JSON object, found " + kind(read));
            }
            return read;
        } catch (JsonProcessingException e) {
            throw new NotABackup(
                    file,
                    "expected JSON, found something else at byte "
                            + (e.getLocation() == null ? 0 : e.getLocation().getByteOffset()));
        }
    }

    static String text(String file, JsonNode object, String key) throws NotABackup {
        JsonNode value = object.path(key);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new NotABackup(file, "expected " + key + " to be a text, found " + kind(value));
        }
        return value.textValue();
    }

    /** Scripts write numbers as texts, too. */
    static long number(String file, JsonNode object, String key) throws NotABackup {
        JsonNode value = object.path(key);
        boolean fits = value.isIntegralNumber()
                || value.isTextual() && value.textValue().matches("\\d{1,18}");
        if (!fits) {
            throw new NotABackup(file, "expected " + key + " to be a whole number, found " + kind(value));
        }
        return value.asLong();
    }

    static String kind(JsonNode node) {
        return node.isMissingNode()
                ? "nothing"
                : "a JSON " + node.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
