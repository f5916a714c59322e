package io.lifeboat.detector.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.qdrant.transport.Method;
import io.lifeboat.qdrant.transport.ResourcePath;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {
    private static final URI BASE = URI.create("http://127.0.0.1:6333/gate");
    private final Routes routes = new Routes();

    @Test
    void shouldMakeAnAddressOnceWhenItIsAskedForAgain() {
        URI first = routes.below(BASE, ResourcePath.of("readyz"));

        assertThat(first).hasToString("http://127.0.0.1:6333/gate/readyz");
        assertThat(routes.below(BASE, ResourcePath.of("readyz"))).isSameAs(first);
        assertThat(routes.below(BASE, ResourcePath.of("livez"))).isNotEqualTo(first);
        assertThat(routes.options(Method.GET, first)).isSameAs(routes.options(Method.GET, first));
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:6333/gate/x?a=b, 6333, false, /gate/x?a=b",
        "http://blue.example, 80, false, /",
        "https://blue.example/a%20b, 443, true, /a%20b"
    })
    void shouldSayWhereARequestGoes(URI uri, int port, boolean tls, String path) {
        RequestOptions options = routes.options(Method.POST, uri);

        assertThat(options.getMethod()).isEqualTo(HttpMethod.POST);
        assertThat(options.getHost()).isEqualTo(uri.getHost());
        assertThat(options.getServer().host()).isEqualTo(uri.getHost());
        assertThat(options.getServer().port()).isEqualTo(port);
        assertThat(options.getPort()).isEqualTo(port);
        assertThat(options.isSsl()).isEqualTo(tls);
        assertThat(options.getURI()).isEqualTo(path);
    }

    @Test
    void shouldForgetWhatWasNotAskedForLongest() {
        URI first = routes.below(BASE, ResourcePath.of("first"));

        for (int i = 0; i < 20_000; i++) {
            routes.below(BASE, ResourcePath.of("n" + i));
        }

        assertThat(routes.below(BASE, ResourcePath.of("first"))).isNotSameAs(first);
    }
}
