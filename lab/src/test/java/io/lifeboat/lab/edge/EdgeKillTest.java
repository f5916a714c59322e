package io.lifeboat.lab.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.lab.Http;
import io.lifeboat.lab.process.JavaCommand;
import io.lifeboat.lab.process.JavaProcess;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdgeKillTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Target A = Target.parse("127.0.0.1:1111");
    private static final Target B = Target.parse("127.0.0.1:2222");

    @TempDir
    private Path directory;

    private JavaCommand command(String... more) {
        String[] arguments = new String[3 + more.length];
        arguments[0] = "--lifeline";
        arguments[1] = "--data";
        arguments[2] = directory.toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return JavaCommand.of(Edge.class, arguments);
    }

    @Test
    void shouldHoldEveryAnsweredSetWhenKilled() throws Exception {
        Traffic current = Traffic.initial(A);
        for (int round = 1; round <= 3; round++) {
            try (JavaProcess edge = JavaProcess.start(command("--target", A.toString()), LIMIT)) {
                int admin = edge.port("adminPort");
                assertThat(Http.get(admin, "/traffic").json().path("epoch").asLong())
                        .isEqualTo(current.epoch());
                Traffic next = new Traffic(round % 2 == 0 ? A : B, round, "claim-" + round);
                assertThat(EdgeCalls.set(admin, current, next).status()).isEqualTo(200);
                edge.kill9();
                current = next;
            }
        }
        try (JavaProcess edge = JavaProcess.start(command(), LIMIT)) {
            var journal = Http.get(edge.port("adminPort"), "/journal").json();
            assertThat(journal).hasSize(3);
            assertThat(journal.get(2).path("claimId").asText()).isEqualTo("claim-3");
        }
    }

    @Test
    void shouldEndWhenItsLifelineIsClosed() throws Exception {
        try (JavaProcess edge = JavaProcess.start(command("--target", A.toString()), LIMIT)) {
            edge.closeLifeline();

            assertThat(edge.awaitExit(LIMIT)).isZero();
        }
    }

    @Test
    void shouldEndWhenTerminated() throws Exception {
        try (JavaProcess edge = JavaProcess.start(command("--target", A.toString()), LIMIT)) {
            edge.terminate();

            assertThat(edge.awaitExit(LIMIT)).isEqualTo(143);
        }
    }

    @Test
    void shouldSayWhatIsWrongWhenAnOptionIsBad() throws Exception {
        try (JavaProcess edge = JavaProcess.launch(command("--target", "nowhere"))) {
            assertThat(edge.awaitExit(LIMIT)).isEqualTo(2);
            assertThat(edge.output()).contains("target: expected host:port, was 'nowhere'");
        }
    }

    @Test
    void shouldSayWhatIsMissingWhenThereIsNoTarget() throws Exception {
        try (JavaProcess edge = JavaProcess.launch(command())) {
            assertThat(edge.awaitExit(LIMIT)).isNotZero();
            assertThat(edge.output()).contains("expected an initial target");
        }
    }
}
