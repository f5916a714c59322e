package io.lifeboat.saga.kafka;

import io.lifeboat.events.fleet.FleetPinned;
import io.lifeboat.events.fold.Fleet;
import io.lifeboat.events.fold.LogRecord;
import io.lifeboat.events.fold.Partition;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.id.ClaimId;
import io.lifeboat.events.id.EventId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.LogPinned;
import io.lifeboat.events.serde.Decoded;
import io.lifeboat.events.serde.Envelope;
import io.lifeboat.events.topic.Topics;
import io.lifeboat.saga.Decider;
import io.lifeboat.saga.core.Listener;
import io.lifeboat.saga.core.Participant;
import io.lifeboat.saga.core.Settings;
import io.lifeboat.saga.step.StepAction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A participant on Kafka: one reader of all its topics, one loop, one publisher. Thread-safe.
 */
public final class KafkaParticipant implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaParticipant.class);
    private static final Duration MEMBERS_BACK = Duration.ofSeconds(30);
    private static final int BATCHES_AHEAD = 4;

    /** What a service adds: further topics to read on the loop, and where unreadable records go. */
    public interface Extra {
        Extra NONE = new Extra() {};

        default List<LogReader.Source> sources() {
            return List.of();
        }

        /** A record of one of those topics; on the loop. */
        default void record(ConsumerRecord<byte[], byte[]> raw, Envelope envelope) {}

        /** A record of any topic that could not be read; on the loop. */
        default void unreadable(ConsumerRecord<byte[], byte[]> raw, String reason) {}

        /** Everything has been folded to its end; on the loop. */
        default void caughtUp() {}

        /** The log was found to have lost its tail, and is folded anew from now on; on the loop. */
        default void tailLost() {}

        /** Whether this service may pin a log that is new. */
        default boolean pinsLog() {
            return false;
        }
    }

    private final Settings self;
    private final KafkaSettings kafka;
    private final Extra extra;
    private final Loop loop;
    private final Publisher publisher;
    private final FleetEnd fleetEnd;
    private final Workers workers;
    private final KafkaPorts ports;
    private final LogReader reader;
    private final Participant participant;
    private final Semaphore ahead = new Semaphore(BATCHES_AHEAD);
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final Thread starter;
    private volatile String refusal;

    public KafkaParticipant(
            Settings self,
            KafkaSettings kafka,
            Collection<WorkspaceId> known,
            List<StepAction> actions,
            Function<Predicate<ClaimId>, Decider> decider,
            Listener listener,
            Extra extra) {
        this.self = self;
        this.kafka = kafka;
        this.extra = extra;
        String client = "lifeboat-" + self.service() + "-" + self.instance();
        this.loop = new Loop(client + "-loop", bug -> LOG.error("bug on the loop service={}", self.service(), bug));
        this.publisher = new Publisher(kafka, client);
        this.fleetEnd = new FleetEnd(kafka, client);
        this.workers = new Workers(client + "-worker");
        this.ports = new KafkaPorts(loop, workers, publisher, fleetEnd);
        Participant.Identifiers ids =
                new Participant.Identifiers(() -> new EventId(UUID.randomUUID()), () -> new ClaimId(UUID.randomUUID()));
        this.participant = new Participant(
                self,
                ports,
                ids,
                Topics.INCIDENT_PARTITIONS,
                KafkaParticipant::partitionOf,
                known,
                actions,
                decider,
                listener);
        List<LogReader.Source> sources = new ArrayList<>(List.of(
                LogReader.Source.whole(Topics.FLEET),
                LogReader.Source.whole(Topics.INCIDENTS),
                new LogReader.Source(Topics.MEMBERS, MEMBERS_BACK)));
        sources.addAll(extra.sources());
        this.reader = new LogReader(kafka, client, sources, new OnLoop());
        this.starter = Thread.ofVirtual().name(client + "-starter").unstarted(this::startWhenBrokerAnswers);
    }

    /** The partition of a workspace, by the hash that the log pins. */
    public static int partitionOf(WorkspaceId workspace) {
        return Wires.partition(workspace.value().getBytes(StandardCharsets.UTF_8), Topics.INCIDENT_PARTITIONS);
    }

    /**
     * Makes sure of the topics and starts reading, as soon as the broker answers; returns at once. {@link #isReady} says when
     * everything has been folded.
     */
    public void start() {
        starter.start();
    }

    private void startWhenBrokerAnswers() {
        TopicSetup topics = new TopicSetup(kafka);
        while (!Thread.currentThread().isInterrupted()) {
            try {
                topics.ensure();
                reader.start();
                loop.execute(participant::start);
                return;
            } catch (IllegalStateException | KafkaException e) {
                LOG.warn("cannot start on this broker yet service={} reason={}", self.service(), e.toString());
                waitBeforeNextTry();
            } catch (InterruptedException e) {
                return; // closed before the broker answered
            }
        }
    }

    /** Nothing tells when a broker is back or a topic is made: it is asked once a second. */
    private static void waitBeforeNextTry() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Folded to the end, on a log that is the one it expects. */
    public boolean isReady() {
        return ready.isDone() && refusal == null;
    }

    /** Returns when everything has been folded for the first time; never on a log that it refuses. */
    public void awaitReady() throws InterruptedException {
        try {
            ready.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("nothing completes it so", e);
        }
    }

    /** Why it will not take part in this log, if so. */
    public Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** Records not read yet. */
    public long lag() {
        return reader.lag();
    }

    /** Time since the broker acknowledged anything. */
    public Duration brokerSilence() {
        return ports.silence();
    }

    /** Decides afresh about a workspace: something that the log does not know has changed. */
    public void poke(WorkspaceId workspace) {
        loop.execute(() -> participant.poke(workspace));
    }

    /** Runs something on the loop, with the participant. */
    public void onLoop(Consumer<Participant> task) {
        loop.execute(() -> task.accept(participant));
    }

    /** The state of a workspace now; waits for the loop. */
    public Workspace workspace(WorkspaceId id) throws InterruptedException {
        return ask(known -> known.workspace(id));
    }

    public Fleet fleet() throws InterruptedException {
        return ask(Participant::fleet);
    }

    /** Whether any workspace's traffic or data is being moved now; waits for the loop. */
    public boolean isRecovering() throws InterruptedException {
        return ask(KafkaParticipant::isRecovering);
    }

    private static boolean isRecovering(Participant known) {
        return IntStream.range(0, Topics.INCIDENT_PARTITIONS)
                .mapToObj(known::partition)
                .flatMap(partition -> partition.workspaces().values().stream())
                .anyMatch(workspace -> workspace.lockHolder().isPresent());
    }

    private <T> T ask(Function<Participant, T> question) throws InterruptedException {
        CompletableFuture<T> answer = new CompletableFuture<>();
        loop.execute(() -> answer.complete(question.apply(participant)));
        try {
            return answer.get(5, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the loop did not answer", e);
        }
    }

    /** For what stands beside the saga in other topics. */
    public Publisher publisher() {
        return publisher;
    }

    /** Ends in an orderly way: beat taken back, claims settled if they do so in time. */
    @Override
    public void close() {
        starter.interrupt();
        loop.execute(participant::leave);
        try {
            awaitSettled(Duration.ofMillis(800));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        reader.close();
        workers.close();
        fleetEnd.close();
        publisher.close();
        loop.close();
    }

    private void awaitSettled(Duration atMost) throws InterruptedException {
        CompletableFuture<Void> settled = new CompletableFuture<>();
        loop.execute(() -> checkSettled(settled));
        try {
            settled.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.info("ends with claims under way, which the next owner takes over service={}", self.service());
        }
    }

    private void checkSettled(CompletableFuture<Void> settled) {
        if (participant.isSettled()) {
            settled.complete(null);
        } else if (!settled.isDone()) {
            loop.after(Duration.ofMillis(10), () -> checkSettled(settled));
        }
    }

    private final class OnLoop implements LogReader.Handler {

        @Override
        public void records(List<LogReader.Item> items) {
            ahead.acquireUninterruptibly();
            if (items.size() < LogReader.MANY) {
                loop.run(() -> fold(items));
            } else {
                loop.execute(() -> fold(items)); // while the reader decodes the next ones
            }
        }

        private void fold(List<LogReader.Item> items) {
            try {
                items.forEach(KafkaParticipant.this::route);
                participant.settle();
            } finally {
                ahead.release();
            }
        }

        @Override
        public void caughtUp() {
            loop.execute(KafkaParticipant.this::caughtUp);
        }

        @Override
        public void restarted() {
            loop.execute(participant::refold);
        }

        @Override
        public void tailLost(String why) {
            LOG.error("the log lost its tail, folds anew service={} reason={}", self.service(), why);
            loop.execute(() -> {
                participant.tailLost();
                extra.tailLost();
            });
        }
    }

    private void caughtUp() {
        checkPins();
        if (refusal != null) {
            LOG.error("refuses this log service={} reason={}", self.service(), refusal);
            return;
        }
        extra.caughtUp();
        participant.caughtUp();
        participant.resendUnread();
        ports.endOfFleet(end -> {}); // its connection and code, before the first claim needs them
        ready.complete(null);
    }

    private void checkPins() {
        for (int i = 0; i < Topics.INCIDENT_PARTITIONS; i++) {
            Partition partition = participant.partition(i);
            LogPinned pinned = partition.pinned();
            if (pinned != null
                    && (pinned.partitions() != Topics.INCIDENT_PARTITIONS
                            || !pinned.partitioner().equals(LogPinned.MURMUR2))) {
                refusal = "the log is pinned to %d partitions by %s, expected %d by %s"
                        .formatted(
                                pinned.partitions(),
                                pinned.partitioner(),
                                Topics.INCIDENT_PARTITIONS,
                                LogPinned.MURMUR2);
            } else if (pinned == null && partition.next() > 0) {
                LOG.warn("a partition has records and no genesis partition={}", i);
            }
        }
        if (extra.pinsLog() && refusal == null) {
            pin();
        }
    }

    private void pin() {
        if (participant.fleet().log() == null) {
            participant.pinFleet(new FleetPinned(UUID.randomUUID()));
        }
        for (int i = 0; i < Topics.INCIDENT_PARTITIONS; i++) {
            if (participant.partition(i).pinned() == null) {
                participant.pin(i, new LogPinned(Topics.INCIDENT_PARTITIONS, LogPinned.MURMUR2));
            }
        }
    }

    private void route(LogReader.Item item) {
        switch (item.decoded()) {
            case Decoded.Unreadable unreadable -> extra.unreadable(item.raw(), unreadable.reason());
            case Decoded.Readable readable -> route(item.raw(), readable.envelope());
        }
    }

    private void route(ConsumerRecord<byte[], byte[]> raw, Envelope envelope) {
        LogRecord record = new LogRecord(
                raw.partition(),
                raw.offset(),
                Instant.ofEpochMilli(raw.timestamp()),
                envelope.id(),
                envelope.writer(),
                envelope.event());
        switch (raw.topic()) {
            case Topics.INCIDENTS -> participant.incidentRecord(record, raw.value());
            case Topics.FLEET -> participant.fleetRecord(record);
            case Topics.MEMBERS -> participant.memberRecord(record);
            default -> extra.record(raw, envelope);
        }
    }
}
