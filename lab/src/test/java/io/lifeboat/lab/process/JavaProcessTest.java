package io.lifeboat.lab.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.lab.Await;
import io.lifeboat.lab.Http;
import io.lifeboat.lab.fault.FaultProxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class JavaProcessTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final JavaCommand PROXY = JavaCommand.of(FaultProxy.class, "--lifeline", "--target", "127.0.0.1:1");

    @Test
    void shouldPauseResumeAndKill() throws Exception {
        try (JavaProcess proxy = JavaProcess.start(PROXY, LIMIT)) {
            Path stat = Path.of("/proc/" + proxy.handle().pid() + "/stat");
            proxy.pause();
            Await.until("stopped", () -> Files.readString(stat).contains(") T "));
            proxy.resume();
            assertThat(Http.get(proxy.port("adminPort"), "/healthz").status()).isEqualTo(200);

            proxy.kill9();

            assertThat(proxy.isAlive()).isFalse();
            assertThatThrownBy(proxy::pause).hasMessageContaining("not alive");
        }
    }

    @Test
    void shouldShowTheOutputWhenTheProcessEndsBeforeItIsReady() {
        JavaCommand wrong = JavaCommand.of(FaultProxy.class, "--target", "nowhere");

        assertThatThrownBy(() -> JavaProcess.start(wrong, LIMIT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ended before it was ready")
                .hasMessageContaining("expected host:port");
    }

    @Test
    void shouldGiveUpWhenTheProcessDoesNotGetReady() {
        assertThatThrownBy(() -> JavaProcess.start(PROXY, Duration.ofMillis(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not ready within");
    }

    @Test
    void shouldRefuseAKeyThatIsNoPort() throws Exception {
        try (JavaProcess proxy = JavaProcess.start(PROXY, LIMIT)) {
            assertThatThrownBy(() -> proxy.port("part")).hasMessageContaining("key: expected a port");
        }
    }

    @Test
    void shouldRefuseACommandWithoutAClass() {
        assertThatThrownBy(() -> new JavaCommand(" ", List.of(), List.of(), "x", java.util.Map.of()))
                .hasMessageContaining("main: expected");
        assertThatThrownBy(() -> PROXY.withClassPath("")).hasMessageContaining("classPath: expected");
    }
}
