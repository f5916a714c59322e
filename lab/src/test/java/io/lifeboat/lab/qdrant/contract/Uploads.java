package io.lifeboat.lab.qdrant.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files that the cases upload. The recording has only their sizes: that of a downloaded file is that file, half of
 * one is its first half, and anything else is garbage of that length. Cases 12 to 23 upload the first snapshot of
 * collection {@code a}, damaged.
 */
final class Uploads {
    private static final String BOUNDARY = "----contract-boundary";
    private static final int SMALL_SNAPSHOT = 115200;

    private final Map<Integer, byte[]> downloads = new HashMap<>();
    private final Map<String, byte[]> named = new HashMap<>();
    private Optional<byte[]> damaged = Optional.empty();

    /** Keeps a download under the size that the recording gives it. */
    void remember(int recorded, HttpResponse<byte[]> answer) {
        if (answer.statusCode() == 200) {
            downloads.put(recorded, answer.body());
        }
    }

    /** Keeps a file under the name by which it will be uploaded. */
    void keep(String fileName, byte[] content) {
        named.put(fileName, content);
    }

    /** Makes the file that all uploads of the case are of. */
    void prepare(String caseName) throws IOException {
        int at = caseName.indexOf("damaged-");
        boolean rewritten = caseName.startsWith("12-");
        damaged = at < 0 && !rewritten
                ? Optional.empty()
                : Optional.of(SnapshotSurgery.operate(
                        downloads.get(SMALL_SNAPSHOT),
                        rewritten ? "rewritten" : caseName.substring(at + "damaged-".length())));
    }

    HttpRequest.BodyPublisher publish(JsonNode multipart, HttpRequest.Builder builder) {
        Map.Entry<String, JsonNode> part = multipart.properties().iterator().next();
        String fileName = part.getValue().get("filename").asText();
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + part.getKey()
                + "\"; filename=\"" + fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        builder.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
        return HttpRequest.BodyPublishers.ofByteArrays(List.of(
                head.getBytes(StandardCharsets.UTF_8),
                damaged.orElseGet(
                        () -> content(fileName, part.getValue().get("bytes").asInt())),
                ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] content(String fileName, int recorded) {
        Optional<byte[]> whole = Optional.ofNullable(named.getOrDefault(fileName, downloads.get(recorded)));
        Optional<byte[]> half =
                Optional.ofNullable(downloads.get(recorded * 2)).map(bytes -> Arrays.copyOf(bytes, bytes.length / 2));
        return whole.or(() -> half).orElseGet(() -> {
            byte[] garbage = new byte[recorded];
            Arrays.fill(garbage, (byte) 'g');
            return garbage;
        });
    }
}
