package io.lifeboat.restore.node;

import io.lifeboat.qdrant.QdrantClient;
import io.lifeboat.qdrant.call.Endpoint;
import io.lifeboat.qdrant.secret.SecretReference;
import io.lifeboat.qdrant.transport.HttpStreams;
import io.lifeboat.qdrant.transport.QdrantTransport;
import io.lifeboat.qdrant.transport.StreamTransport;
import io.lifeboat.workspaces.config.SecretRef;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Clients of Qdrant nodes. Thread-safe. */
@Singleton
public class Clients {
    private final QdrantTransport transport;
    private final HttpStreams streams = new HttpStreams();

    @Inject
    public Clients(QdrantTransport transport) {
        this.transport = transport;
    }

    /** @param timeout of each call */
    public QdrantClient of(URI address, Optional<SecretRef> key, Duration timeout) {
        return new QdrantClient(transport, endpoint(address, key, timeout));
    }

    /** For files, from and to a node. */
    public StreamTransport streams() {
        return streams;
    }

    @PreDestroy
    void close() {
        streams.close();
    }

    public static Endpoint endpoint(URI address, Optional<SecretRef> key, Duration timeout) {
        Endpoint endpoint = Endpoint.of(address).within(timeout);
        return key.map(Clients::reference).map(endpoint::withApiKey).orElse(endpoint);
    }

    /** The same secret, as the client wants it named. */
    public static SecretReference reference(SecretRef ref) {
        return switch (ref.kind()) {
            case ENV -> new SecretReference.Env(ref.name());
            case FILE ->
                new SecretReference.InFile(ref.folder().resolve(ref.name()).toAbsolutePath());
        };
    }
}
