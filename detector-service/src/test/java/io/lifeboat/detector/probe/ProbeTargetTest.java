package io.lifeboat.detector.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.detector.probe.fake.Targets;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeTargetTest {
    @ParameterizedTest
    @ValueSource(strings = {"ftp://host/", "tcp://host:1", "http:///nohost", "http://user:secret@host/"})
    void shouldRejectAnAddressThatCannotBeAsked(String address) {
        assertThatThrownBy(() -> Targets.node(URI.create(address)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("address")
                .hasMessageNotContaining("secret");
    }

    @Test
    void shouldRejectATcpAddressWithoutPort() {
        assertThatThrownBy(() -> Targets.control(URI.create("tcp://host"))).hasMessageContaining("expected a port");
    }

    @ParameterizedTest
    @ValueSource(ints = {99, 600})
    void shouldRejectAStatusThatIsNone(int status) {
        assertThatThrownBy(() -> Targets.application(URI.create("http://host"), status))
                .hasMessageContaining("status: expected 100 to 599");
    }

    @ParameterizedTest
    @CsvSource({"http://host, host:80", "https://host/x, host:443", "http://host:6333, host:6333"})
    void shouldShowHostAndPort(String address, String shown) {
        assertThat(Targets.node(URI.create(address)).where()).isEqualTo(shown);
    }

    @Test
    void shouldGiveEachRequestItsTimeAndNoMoreThanIsLeft() {
        // given
        AtomicLong now = new AtomicLong();
        Deadline deadline = new Deadline(Duration.ofMillis(100), 250_000_000, now::get);

        // when, then
        assertThat(deadline.next()).isEqualTo(Duration.ofMillis(100));
        now.set(200_000_000);
        assertThat(deadline.next()).isEqualTo(Duration.ofMillis(50));
        assertThat(deadline.passed()).isFalse();
        now.set(250_000_000);
        assertThat(deadline.next()).isEqualTo(Duration.ofMillis(1));
        assertThat(deadline.passed()).isTrue();
    }

    @Test
    void shouldRejectEvidenceThatSaysNothing() {
        assertThatThrownBy(() -> ProbeResult.up(" ", Duration.ZERO)).hasMessageContaining("evidence");
        assertThatThrownBy(() -> ProbeResult.up("fine", Duration.ofNanos(-1))).hasMessageContaining("latency");
    }

    @Test
    void shouldCutEvidenceThatIsTooLong() {
        assertThat(ProbeResult.up("x".repeat(10_000), Duration.ZERO).evidence()).hasSizeLessThan(700);
    }
}
