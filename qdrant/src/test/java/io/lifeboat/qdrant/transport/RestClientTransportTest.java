package io.lifeboat.qdrant.transport;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
class RestClientTransportTest extends TransportContract {
    @Inject
    RestClientTransport transport;

    @Override
    QdrantTransport transport() {
        return transport;
    }
}
