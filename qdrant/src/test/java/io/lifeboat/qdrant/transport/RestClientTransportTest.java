package io.lifeboat.qdrant.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RestClientTransportTest extends TransportContract {
    @Inject
    RestClientTransport transport;

    @Override
    QdrantTransport transport() {
        return transport;
    }

    @Test
    void shouldNotLogRequestsAsTheirHeadersHoldTheKey() {
        Config config = ConfigProvider.getConfig();

        assertThat(config.getValue("quarkus.rest-client.qdrant.logging.scope", String.class))
                .isEqualTo("none");
        assertThat(config.getValue("quarkus.rest-client.qdrant.logging.masked-headers", String.class))
                .contains("api-key");
    }
}
