package io.lifeboat.lab.qdrant.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The files that the cases upload. The recording has only their sizes: that of a downloaded snapshot is the snapshot,
 * half of one is its first half, and anything else is garbage of that length.
 */
final class Uploads {
    private static final String BOUNDARY = "----contract-boundary";

    private final Bindings bindings;
    private final Map<Integer, byte[]> downloads = new HashMap<>();

    Uploads(Bindings bindings) {
        this.bindings = bindings;
    }

    void remember(String path, HttpResponse<byte[]> answer) {
        if (answer.statusCode() == 200 && path.contains("${snapshot")) {
            downloads.put(answer.body().length, answer.body());
        }
    }

    HttpRequest.BodyPublisher publish(JsonNode multipart, HttpRequest.Builder builder) {
        Map.Entry<String, JsonNode> part = multipart.properties().iterator().next();
        String fileName = part.getValue().get("filename").asText();
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + part.getKey()
                + "\"; filename=\"" + fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        builder.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
        return HttpRequest.BodyPublishers.ofByteArrays(java.util.List.of(
                head.getBytes(StandardCharsets.UTF_8),
                content(part.getValue().get("bytes").asInt()),
                ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] content(int recorded) {
        Optional<byte[]> whole = snapshot(recorded);
        Optional<byte[]> half = snapshot(recorded * 2).map(bytes -> Arrays.copyOf(bytes, bytes.length / 2));
        return whole.or(() -> half).orElseGet(() -> {
            byte[] garbage = new byte[recorded];
            Arrays.fill(garbage, (byte) 'g');
            return garbage;
        });
    }

    private Optional<byte[]> snapshot(int recorded) {
        return Optional.ofNullable(downloads.get((int) bindings.size(recorded)));
    }
}
