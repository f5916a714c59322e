package io.lifeboat.lab.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.lab.Await;
import io.lifeboat.lab.FakeSite;
import io.lifeboat.lab.Http;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A write that the old site accepts while the switch is being stored. */
class HeldWriteTest {

    private static final int ROUND_TRIPS = 20;

    @TempDir
    private Path directory;

    private FakeSite old;
    private FakeSite standby;
    private DataSide data;

    @BeforeEach
    void start() throws Exception {
        old = FakeSite.start("old");
        standby = FakeSite.start("standby");
        EdgeConfig config = EdgeConfig.of(directory, old.target())
                .withMirror(new MirrorPair(old.target(), standby.target()))
                .withTimeout(Duration.ofSeconds(60));
        data = DataSide.start(config, Traffic.initial(old.target()), Optional.empty(), InstantSource.system());
    }

    @AfterEach
    void close() {
        data.close();
        old.close();
        standby.close();
    }

    /** By the last of the reads the answer to the write has long been at the edge. */
    private CompletableFuture<Http.Reply> writeAcceptedWhileHeld() throws Exception {
        old.holdAnswers();
        CompletableFuture<Http.Reply> write = Http.sendAsync("PUT", data.port(), "/collections/docs/points", "{}");
        Await.until("the old site has the write", () -> old.received().size() == 1);
        data.hold();
        old.answerHeld();
        for (int i = 0; i < ROUND_TRIPS; i++) {
            assertThat(Http.get(data.port(), "/collections").status()).isEqualTo(200);
        }
        return write;
    }

    @Test
    void shouldNotBeAcknowledgedNorReportedWhenTheSwitchIsStored() throws Exception {
        CompletableFuture<Http.Reply> write = writeAcceptedWhileHeld();
        assertThat(write).isNotDone();

        data.move(new Traffic(standby.target(), 1, "claim-1"));

        assertThat(write.get(30, TimeUnit.SECONDS).status()).isEqualTo(503);
        assertThat(data.unmirrored().orElseThrow()).containsEntry("total", 0);
        assertThat(data.lag().orElseThrow()).containsEntry("operations", 0);
        assertThat(standby.received()).isEmpty();
    }

    @Test
    void shouldBeAcknowledgedAndCopiedWhenTheSwitchIsNotStored() throws Exception {
        CompletableFuture<Http.Reply> write = writeAcceptedWhileHeld();

        data.release();

        assertThat(write.get(30, TimeUnit.SECONDS).status()).isEqualTo(200);
        Await.until("copied", () -> standby.received().size() == 1);
        assertThat(standby.bodies()).containsExactly("{}");
    }
}
