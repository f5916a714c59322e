package io.lifeboat.lab.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.lab.Http;
import io.lifeboat.lab.process.JavaCommand;
import io.lifeboat.lab.process.JavaProcess;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SampleAppProcessTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private TinyQdrant qdrant;

    @BeforeEach
    void start() throws Exception {
        qdrant = TinyQdrant.start();
    }

    @AfterEach
    void close() {
        qdrant.close();
    }

    private JavaCommand command(String... more) {
        String[] arguments = new String[6 + more.length];
        String[] first = {"--url", qdrant.url().toString(), "--points", "30", "--archive-points", "20"};
        System.arraycopy(first, 0, arguments, 0, first.length);
        System.arraycopy(more, 0, arguments, first.length, more.length);
        return JavaCommand.of(SampleApp.class, arguments);
    }

    @Test
    void shouldSeedAndEndWhenToldToSeedOnly() throws Exception {
        try (JavaProcess app = JavaProcess.launch(command("--seed-only"))) {
            assertThat(app.awaitExit(LIMIT)).isZero();
        }
        assertThat(qdrant.points("docs")).hasSize(30);
        assertThat(qdrant.points("archive")).hasSize(20);
    }

    @Test
    void shouldTellItsPortWhenReadyAndEndWithItsLifeline() throws Exception {
        try (JavaProcess app = JavaProcess.start(command("--lifeline", "--rate", "5"), LIMIT)) {
            assertThat(Http.get(app.port("port"), "/stats").status()).isEqualTo(200);

            app.closeLifeline();

            assertThat(app.awaitExit(LIMIT)).isZero();
        }
    }

    @Test
    void shouldSayWhatIsWrongWhenAnOptionIsBad() throws Exception {
        try (JavaProcess app = JavaProcess.launch(command("--rate", "0"))) {
            assertThat(app.awaitExit(LIMIT)).isEqualTo(2);
            assertThat(app.output()).contains("readsPerSecond: expected more than 0");
        }
    }
}
