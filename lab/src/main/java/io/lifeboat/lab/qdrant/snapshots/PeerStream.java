package io.lifeboat.lab.qdrant.snapshots;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.lab.qdrant.http.JsonText;
import io.lifeboat.lab.qdrant.http.QdrantError;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Asks another node for a partial snapshot. As in Qdrant nothing limits how long its stream may stall; only its sender can
 * end that.
 */
final class PeerStream {
    private static final int CONNECT_MILLIS = 10_000;

    private final String base;
    private final Optional<String> apiKey;

    /** @param peer the address of the other node, whose path is kept; one without a path ends in a slash of its own */
    PeerStream(String peer, Optional<String> apiKey) {
        boolean bare = peer.matches("https?://[^/]+");
        this.base = bare ? peer + "/" : peer;
        this.apiKey = apiKey;
    }

    /** False, and nothing is written, if there is nothing new. */
    boolean pull(String path, JsonNode manifest, Path target) throws IOException {
        String address = base + path;
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(address).toURL().openConnection();
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/json");
        apiKey.ifPresent(key -> connection.setRequestProperty("api-key", key));
        try {
            int status = send(connection, manifest, address);
            if (status == HttpURLConnection.HTTP_NOT_MODIFIED) {
                return false;
            }
            if (status / 100 != 2) {
                throw QdrantError.internal("Http request error: HTTP status error (" + status + " "
                        + connection.getResponseMessage() + ") for url (" + address + ")");
            }
            try (InputStream in = connection.getInputStream()) {
                Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
            }
            return true;
        } finally {
            connection.disconnect();
        }
    }

    private static int send(HttpURLConnection connection, JsonNode manifest, String address) {
        try {
            byte[] body = JsonText.of(manifest).getBytes(StandardCharsets.UTF_8);
            connection.setFixedLengthStreamingMode(body.length);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body);
            }
            return connection.getResponseCode();
        } catch (IOException unreachable) {
            throw QdrantError.internal("Http request error: error sending request for url (" + address + ")");
        }
    }
}
