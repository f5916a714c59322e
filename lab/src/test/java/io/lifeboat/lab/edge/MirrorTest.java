package io.lifeboat.lab.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.lab.Await;
import io.lifeboat.lab.FakeSite;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MirrorTest {

    private static final Target ACTIVE = Target.parse("127.0.0.1:1111");
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final CopiedHeaders HEADERS =
            new CopiedHeaders(Optional.empty(), Optional.empty(), Optional.empty());

    @TempDir
    private Path directory;

    private final EdgeLoop loop = new EdgeLoop();
    private FakeSite standby;
    private MirrorWorker worker;
    private Mirror mirror;

    @BeforeEach
    void start() throws Exception {
        standby = FakeSite.start("standby");
        worker = new MirrorWorker(loop.vertx(), MirrorJournal.open(directory, 1 << 20));
        StandbySender sender = new StandbySender(loop.vertx(), standby.target(), LIMIT, LIMIT);
        mirror = new Mirror(
                loop.vertx(), new MirrorPair(ACTIVE, standby.target()), worker, sender, InstantSource.system());
        loop.run(() -> mirror.begin(Traffic.initial(ACTIVE), Optional.empty()));
    }

    @AfterEach
    void close() {
        worker.close();
        loop.close();
        standby.close();
    }

    private Operation record(String body) throws Exception {
        Draft draft =
                new Draft(Instant.now(), "PUT", "/a", HEADERS, Optional.of(Buffer.buffer(body)), Optional.empty());
        return loop.call(() -> mirror.record(draft));
    }

    private int operations() throws Exception {
        return (Integer) loop.get(mirror::lag).get("operations");
    }

    @Test
    void shouldBeginNoCopyWhileHeld() throws Exception {
        loop.call(mirror::hold);

        record("held back");

        Future<Void> stillNothingUnderWay = loop.get(mirror::hold);
        assertThat(stillNothingUnderWay.isComplete()).isTrue();
        assertThat(standby.received()).isEmpty();
    }

    @Test
    void shouldGoOnWhenReleased() throws Exception {
        loop.call(mirror::hold);
        record("held back");

        loop.run(mirror::release);

        Await.until("copied", () -> operations() == 0);
        assertThat(standby.bodies()).containsExactly("held back");
    }

    @Test
    void shouldForgetAWriteThatWasNotAcknowledged() throws Exception {
        loop.call(mirror::hold);
        Operation operation = record("outcome unknown");
        record("acknowledged");

        loop.run(() -> mirror.unacknowledged(operation));

        assertThat(operations()).isEqualTo(1);
        assertThat(loop.call(worker::report)).containsEntry("total", 1);
        loop.run(mirror::release);
        Await.until("copied", () -> operations() == 0);
        assertThat(standby.bodies()).containsExactly("acknowledged");
    }

    @Test
    void shouldTellTheAgeOfTheOldestWriteThatIsMissing() throws Exception {
        loop.call(mirror::hold);
        Draft old = new Draft(
                Instant.now().minusSeconds(90), "PUT", "/a", HEADERS, Optional.empty(), Optional.of("too large"));
        loop.call(() -> mirror.record(old));
        record("young");

        assertThat((Double) loop.get(mirror::lag).get("seconds")).isGreaterThanOrEqualTo(90);
        assertThat(operations()).isEqualTo(2);
    }
}
