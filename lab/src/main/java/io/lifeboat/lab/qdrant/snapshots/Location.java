package io.lifeboat.lab.qdrant.snapshots;

import io.lifeboat.lab.qdrant.http.QdrantError;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;

/** Where {@code recover} takes a snapshot from: a file under the snapshot folder, or a web address (case 08). */
final class Location {
    private static final int CONNECT_MILLIS = 10_000;
    private static final int IDLE_MILLIS = 60_000;

    private final Path snapshots;

    Location(Path snapshots) {
        this.snapshots = snapshots;
    }

    /** Fetches what is on the web into {@code download}; a local file is used where it lies. */
    Path fetch(String location, Optional<String> apiKey, Path download) throws IOException {
        URI uri = parse(location);
        String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "file" -> local(uri);
            case "http", "https" -> remote(uri, apiKey, download);
            default -> throw QdrantError.badRequest("URL " + location + " with scheme " + scheme + " is not supported");
        };
    }

    private static URI parse(String location) {
        try {
            return new URI(location);
        } catch (URISyntaxException malformed) {
            throw QdrantError.format("location: relative URL without a base");
        }
    }

    private Path local(URI uri) throws IOException {
        String host = Optional.ofNullable(uri.getAuthority()).orElse("");
        if (!host.isEmpty() && !host.equals("localhost")) {
            throw QdrantError.badRequest("Invalid snapshot URI, file path must be absolute or on localhost");
        }
        Path file = Path.of(uri.getPath());
        if (!Files.exists(file)) {
            throw QdrantError.badRequest("Snapshot file \"" + file + "\" does not exist");
        }
        if (!file.toRealPath().startsWith(snapshots.toRealPath())) {
            throw QdrantError.forbidden(
                    "Snapshot file path must be inside the snapshots directory \"" + snapshots + "\"");
        }
        return file;
    }

    private static Path remote(URI uri, Optional<String> apiKey, Path download) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(IDLE_MILLIS);
        connection.setInstanceFollowRedirects(false);
        apiKey.ifPresent(key -> connection.setRequestProperty("api-key", key));
        try {
            int status = statusOf(connection, uri);
            if (status / 100 != 2) {
                throw QdrantError.wrongInput("Failed to download tar from " + uri + ": status - " + status + " "
                        + connection.getResponseMessage());
            }
            return save(connection, download);
        } finally {
            connection.disconnect();
        }
    }

    private static Path save(HttpURLConnection connection, Path download) throws IOException {
        Files.createDirectories(download.getParent());
        try (InputStream in = connection.getInputStream()) {
            Files.copy(in, download, StandardCopyOption.REPLACE_EXISTING);
            return download;
        }
    }

    private static int statusOf(HttpURLConnection connection, URI uri) {
        try {
            return connection.getResponseCode();
        } catch (IOException unreachable) {
            throw QdrantError.internal("Http request error: error sending request for url (" + uri + ")");
        }
    }
}
