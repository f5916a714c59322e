package io.lifeboat.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.id.Service;
import io.lifeboat.service.Host;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** The service as it runs, on a real broker. */
@QuarkusTest
@QuarkusTestResource(LabResource.class)
class RestoreServiceTest {
    @Inject
    Host host;

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
}
