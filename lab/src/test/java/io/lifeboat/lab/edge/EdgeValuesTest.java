package io.lifeboat.lab.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeValuesTest {

    private static final Target A = Target.parse("a:1");
    private static final CopiedHeaders NONE = new CopiedHeaders(Optional.empty(), Optional.empty(), Optional.empty());

    @ParameterizedTest
    @ValueSource(strings = {"", "host", ":1", "host:", "host:x", "host:0", "host:65536", "ho st:1", "host:-1", "h/:1"})
    void shouldRefuseATargetThatIsNoAddress(String text) {
        assertThatThrownBy(() -> Target.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"host:1", "127.0.0.1:65535", "[::1]:6333"})
    void shouldReadATarget(String text) {
        assertThat(Target.parse(text)).hasToString(text);
    }

    @Test
    void shouldRefuseATrafficValueThatIsNone() {
        assertThatThrownBy(() -> new Traffic(A, -1, "c")).hasMessageContaining("epoch: expected");
        assertThatThrownBy(() -> new Traffic(A, 1, " ")).hasMessageContaining("claimId: expected a claim");
        assertThatThrownBy(() -> new Traffic(A, 1, "c".repeat(201))).hasMessageContaining("claimId: expected at most");
        assertThatThrownBy(() -> new Switch(0, Instant.EPOCH, Traffic.initial(A), Traffic.initial(A)))
                .hasMessageContaining("sequence: expected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:1", "a:1=", "a:1=b:2=c:3", "a:1=a:1", "=b:2"})
    void shouldRefuseAMirrorThatIsNoPair(String text) {
        assertThatThrownBy(() -> MirrorPair.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldRefuseASettingOutOfRange() {
        Path data = Path.of("x");
        assertThatThrownBy(() -> new EdgeConfig(
                        data, -1, 0, Optional.of(A), Optional.empty(), Duration.ofSeconds(1), Duration.ofSeconds(1)))
                .hasMessageContaining("port: expected");
        assertThatThrownBy(() -> new EdgeConfig(
                        data,
                        0,
                        65_536,
                        Optional.of(A),
                        Optional.empty(),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1)))
                .hasMessageContaining("adminPort: expected");
        assertThatThrownBy(() -> EdgeConfig.of(data, A).withTimeout(Duration.ZERO))
                .hasMessageContaining("timeout: expected");
        assertThatThrownBy(() -> new EdgeConfig(
                        data, 0, 0, Optional.of(A), Optional.empty(), Duration.ofSeconds(1), Duration.ZERO))
                .hasMessageContaining("connectTimeout: expected");
    }

    @Test
    void shouldRefuseADraftWithNeitherBodyNorObstacle() {
        assertThatThrownBy(() -> new Draft(Instant.EPOCH, "PUT", "/", NONE, Optional.empty(), Optional.empty()))
                .hasMessageContaining("body: expected either");
    }

    @Test
    void shouldKeepNoBodyThatIsTooLargeToCopy() {
        CapturedBody body = new CapturedBody();
        body.add(Buffer.buffer(new byte[CapturedBody.MAX]));
        assertThat(body.whole()).isPresent();

        body.add(Buffer.buffer(new byte[1]));
        body.add(Buffer.buffer(new byte[1]));

        assertThat(body.whole()).isEmpty();
        assertThat(body.obstacle()).isPresent();
    }

    @Test
    void shouldNotPassOnTheHeadersOfTheConnection() {
        MultiMap from = MultiMap.caseInsensitiveMultiMap()
                .add("Connection", "close, X-Mine")
                .add("Transfer-Encoding", "chunked")
                .add("X-Mine", "1")
                .add("Host", "edge")
                .add("api-key", "k")
                .add("X-Twice", "1")
                .add("X-Twice", "2");
        MultiMap to = MultiMap.caseInsensitiveMultiMap();

        Headers.copy(from, to);

        assertThat(to.names()).containsExactlyInAnyOrder("api-key", "X-Twice");
        assertThat(to.getAll("X-Twice")).containsExactly("1", "2");
    }

    @ParameterizedTest
    @CsvSource({
        "200,Applied",
        "202,Applied",
        "400,Refused",
        "404,Refused",
        "409,Refused",
        "401,Waiting",
        "403,Waiting",
        "408,Waiting",
        "429,Waiting",
        "500,Waiting",
        "503,Waiting"
    })
    void shouldTellARefusalFromOneThatPasses(int status, String expected) {
        assertThat(Copied.of(status).getClass().getSimpleName()).isEqualTo(expected);
    }
}
