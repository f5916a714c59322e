package io.lifeboat.cli.log;

import io.lifeboat.cli.Failure;
import io.lifeboat.events.fold.LogRecord;
import io.lifeboat.events.fold.Partition;
import io.lifeboat.events.health.TargetReported;
import io.lifeboat.events.health.VantageBeat;
import io.lifeboat.events.member.MemberBeat;
import io.lifeboat.events.serde.Decoded;
import io.lifeboat.events.serde.Envelope;
import io.lifeboat.events.topic.Topics;
import io.lifeboat.saga.kafka.KafkaSettings;
import io.lifeboat.saga.kafka.LogReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Lifeboat's topics, folded as they come. It writes nothing and is a member of nothing: whoever looks changes nothing.
 * Thread-safe.
 */
public final class LiveLog implements AutoCloseable {
    private static final Duration BEATS_BACK = Duration.ofSeconds(10);

    private final Consumer<FoldedRecord> onRecord;
    private final LogReader reader;
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private volatile LogState state = LogState.empty();

    /** @param onRecord told of each record of {@code lifeboat.incidents} in its order; on the reader's thread */
    private LiveLog(KafkaSettings kafka, Consumer<FoldedRecord> onRecord) {
        this.onRecord = onRecord;
        this.reader = new LogReader(
                kafka,
                "lifeboat-cli",
                List.of(
                        LogReader.Source.whole(Topics.INCIDENTS),
                        LogReader.Source.whole(Topics.FLEET),
                        LogReader.Source.whole(Topics.HEALTH),
                        new LogReader.Source(Topics.MEMBERS, BEATS_BACK)),
                new Folding());
    }

    public static LiveLog open(KafkaSettings kafka, Consumer<FoldedRecord> onRecord) {
        LiveLog log = new LiveLog(kafka, onRecord);
        log.reader.start();
        return log;
    }

    /**
     * Everything folded to the end, and closed again.
     *
     * @throws Failure if the broker does not answer in time
     */
    public static LogState read(KafkaSettings kafka, Duration limit) throws InterruptedException {
        try (LiveLog log = open(kafka, record -> {})) {
            return log.awaitEnd(limit);
        }
    }

    /** Waits until all that stood in the topics when it was opened has been folded. */
    public LogState awaitEnd(Duration limit) throws InterruptedException {
        if (!caughtUp.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw Failure.failed("the log could not be read to its end within %d s", limit.toSeconds());
        }
        return state;
    }

    /** What has been folded so far. */
    public LogState state() {
        return state;
    }

    @Override
    public void close() {
        reader.close();
    }

    private final class Folding implements LogReader.Handler {
        @Override
        public void records(List<LogReader.Item> items) {
            items.forEach(this::record);
        }

        private void record(LogReader.Item item) {
            Instant at = Instant.ofEpochMilli(item.raw().timestamp());
            if (item.decoded() instanceof Decoded.Readable readable) {
                state = apply(item.raw(), readable.envelope(), at).at(at);
            }
        }

        private LogState apply(ConsumerRecord<byte[], byte[]> raw, Envelope envelope, Instant at) {
            if (envelope.event() instanceof MemberBeat beat) {
                return state.with(beat, at);
            }
            if (envelope.event() instanceof VantageBeat beat) {
                return state.with(beat);
            }
            if (envelope.event() instanceof TargetReported report) {
                return state.with(report);
            }
            LogRecord record = new LogRecord(
                    raw.partition(), raw.offset(), at, envelope.id(), envelope.writer(), envelope.event());
            if (raw.topic().equals(Topics.FLEET)) {
                return state.with(state.fleet().apply(record));
            }
            return raw.topic().equals(Topics.INCIDENTS) ? fold(record) : state;
        }

        private LogState fold(LogRecord record) {
            Partition before = state.partition(record.partition());
            Partition after = before.apply(record);
            LogState next = state.with(after);
            state = next;
            onRecord.accept(new FoldedRecord(record, before, after));
            return next;
        }

        @Override
        public void caughtUp() {
            caughtUp.countDown();
        }

        @Override
        public void restarted() {
            state = LogState.empty();
        }

        @Override
        public void tailLost(String why) {
            state = LogState.empty();
        }
    }
}
