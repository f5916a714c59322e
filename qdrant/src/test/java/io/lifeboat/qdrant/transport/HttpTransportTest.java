package io.lifeboat.qdrant.transport;

import org.junit.jupiter.api.AfterEach;

class HttpTransportTest extends TransportContract {
    private final HttpTransport transport = new HttpTransport();

    @Override
    QdrantTransport transport() {
        return transport;
    }

    @AfterEach
    void close() {
        transport.close();
    }
}
