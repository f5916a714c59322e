package io.lifeboat.qdrant.transport;

import io.lifeboat.qdrant.secret.SecretReference;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * A file to send as one part of a form.
 *
 * @param part its name in the form
 * @param fileName as the server is to see it; no quotes, no line breaks, no path
 * @param timeout for the whole exchange
 */
public record Upload(
        URI base,
        ResourcePath path,
        String part,
        String fileName,
        UploadSource source,
        Optional<SecretReference> apiKey,
        Duration timeout,
        int maxBody) {
    public Upload {
        QdrantRequest.requireAddress(base);
        if (!fileName.matches("[A-Za-z0-9._-]{1,200}")) {
            throw new IllegalArgumentException(
                    "fileName: expected 1 to 200 of A-Z a-z 0-9 . _ -, found \"" + fileName + "\"");
        }
    }

    URI uri() {
        return path.below(base);
    }
}
