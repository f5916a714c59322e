package io.lifeboat.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.lab.process.JavaCommand;
import io.lifeboat.lab.process.JavaProcess;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MainTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Test
    void shouldStartThePartThatIsNamed() throws Exception {
        try (JavaProcess proxy = JavaProcess.start(
                JavaCommand.of(Main.class, "proxy", "--lifeline", "--target", "127.0.0.1:1"), LIMIT)) {
            assertThat(proxy.ready().path("part").asText()).isEqualTo("proxy");
            assertThat(proxy.ready().path("pid").asLong())
                    .isEqualTo(proxy.handle().pid());
        }
    }

    @Test
    void shouldTellThePartsWhenNoneOfThemIsNamed() throws Exception {
        try (JavaProcess none = JavaProcess.launch(JavaCommand.of(Main.class, "teapot"))) {
            assertThat(none.awaitExit(LIMIT)).isEqualTo(2);
            assertThat(none.output())
                    .contains("app")
                    .contains("edge")
                    .contains("kafka")
                    .contains("supervisor");
        }
    }
}
