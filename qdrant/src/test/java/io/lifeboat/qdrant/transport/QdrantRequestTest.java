package io.lifeboat.qdrant.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.qdrant.call.Endpoint;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QdrantRequestTest {
    private static final URI NODE = URI.create("http://127.0.0.1:6333");

    @ParameterizedTest
    @CsvSource({
        "http://a:6333,http://a:6333/collections/x?wait=true",
        "http://a:6333/,http://a:6333/collections/x?wait=true",
        "https://gate/one/,https://gate/one/collections/x?wait=true"
    })
    void shouldPutThePathBelowTheAddress(URI base, URI expected) {
        ResourcePath path = ResourcePath.of("collections", "x").with("wait", true);

        assertThat(path.below(base)).isEqualTo(expected);
    }

    @Test
    void shouldEncodeNamesAndValues() {
        ResourcePath path =
                ResourcePath.of("a b", "c/d?", "\u00e4").with("k&", "v=1").with("x", 2);

        assertThat(path).isEqualTo(new ResourcePath("/a%20b/c%2Fd%3F/%C3%A4", "k%26=v%3D1&x=2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".."})
    void shouldRefuseSegmentsThatWouldLeadElsewhere(String segment) {
        assertThatThrownBy(() -> ResourcePath.of("collections", segment))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("path segment: expected a name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://a",
                "a:6333",
                "/path",
                "http:///x",
                "http://me:s3cret@a",
                "http://a?key=s3cret",
                "http://a#s3cret"
            })
    void shouldRefuseAddressesThatAreNoneWithoutShowingSecrets(String address) {
        assertThatThrownBy(() -> Endpoint.of(URI.create(address)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("address")
                .hasMessageNotContaining("s3cret");
        assertThatThrownBy(() -> request(URI.create(address), Duration.ofSeconds(1), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldRefuseTimesAndBoundsThatAreNone() {
        for (Duration none : new Duration[] {Duration.ZERO, Duration.ofMillis(-1)}) {
            assertThatThrownBy(() -> request(NODE, none, 1)).hasMessageStartingWith("timeout: expected");
            assertThatThrownBy(() -> Endpoint.of(NODE).within(none)).hasMessageStartingWith("timeout: expected");
        }
        assertThatThrownBy(() -> request(NODE, Duration.ofSeconds(1), 0)).hasMessageStartingWith("maxBody: expected");
        assertThatThrownBy(() -> Endpoint.of(NODE).withMaxBody(0)).hasMessageStartingWith("maxBody: expected");
    }

    @Test
    void shouldRefuseAPathWithoutItsSlash() {
        assertThatThrownBy(() -> new ResourcePath("collections", "")).hasMessageStartingWith("path: expected");
    }

    private static QdrantRequest request(URI base, Duration timeout, int maxBody) {
        return new QdrantRequest(
                Method.GET, base, ResourcePath.of("x"), Body.EMPTY, Optional.empty(), timeout, maxBody);
    }
}
