package io.lifeboat.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.id.Service;
import io.lifeboat.events.serde.Json;
import io.lifeboat.restore.restore.Content;
import io.lifeboat.restore.restore.Pulls;
import io.lifeboat.service.Host;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The service as it runs, on a real broker. */
@QuarkusTest
@QuarkusTestResource(LabResource.class)
class RestoreServiceTest {
    @Inject
    Host host;

    @Inject
    Pulls pulls;

    @TestHTTPResource("/q/health/ready")
    URI ready;

    @Test
    void shouldBeReadyWhenItHasFoldedTheLog() throws Exception {
        host.participant().awaitReady();

        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(ready).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
        assertThat(host.self().service()).isEqualTo(Service.RESTORE);
    }

    @Test
    void shouldServeAContentOnceToWhoeverHasItsToken() throws Exception {
        byte[] bytes = "what was kept".getBytes(StandardCharsets.UTF_8);
        Content content =
                new Content("docs.snapshot", bytes.length, Json.sha256(bytes), () -> new ByteArrayInputStream(bytes));
        try (HttpClient client = HttpClient.newHttpClient();
                Pulls.Offer offer = pulls.offer(content, sent -> {})) {
            URI address = offer.under(ready.resolve("/"));

            HttpResponse<byte[]> first = get(client, address);
            HttpResponse<byte[]> second = get(client, address);

            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(first.body()).isEqualTo(bytes);
            assertThat(first.headers().firstValueAsLong("content-length")).hasValue(bytes.length);
            assertThat(offer.pull().isWhole()).isTrue();
            assertThat(second.statusCode()).isEqualTo(404);
        }
    }

    private static HttpResponse<byte[]> get(HttpClient client, URI address) throws Exception {
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
