package io.lifeboat.cli.command;

import io.lifeboat.cli.Failure;
import io.lifeboat.cli.log.FoldedRecord;
import io.lifeboat.cli.log.LiveLog;
import io.lifeboat.cli.log.LogState;
import io.lifeboat.events.command.CommandEnvelope;
import io.lifeboat.events.command.CommandIssued;
import io.lifeboat.events.command.SignedCommand;
import io.lifeboat.events.fold.Commands;
import io.lifeboat.events.id.CommandId;
import io.lifeboat.events.id.EventId;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.serde.Envelope;
import io.lifeboat.events.serde.EventCodec;
import io.lifeboat.events.serde.Writer;
import io.lifeboat.events.topic.Topics;
import io.lifeboat.saga.kafka.KafkaSettings;
import io.lifeboat.saga.kafka.Publisher;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends signed commands and waits for what the log says to them. Not thread-safe. */
final class CommandDispatch implements AutoCloseable {
    private static final Duration READ_LIMIT = Duration.ofSeconds(60);
    private static final Duration SEND_LIMIT = Duration.ofSeconds(10);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(20);
    private static final Duration PERIOD = Duration.ofMillis(100);

    private final KafkaSettings kafka;
    private final BlockingQueue<FoldedRecord> records = new LinkedBlockingQueue<>();
    private final LiveLog log;

    CommandDispatch(KafkaSettings kafka) {
        this.kafka = kafka;
        this.log = LiveLog.open(kafka, records::add);
    }

    /** The log, read to its end. */
    LogState state() throws InterruptedException {
        return log.awaitEnd(READ_LIMIT);
    }

    /**
     * Sends it and waits for the answer.
     *
     * @throws Failure if it could not be sent, or nobody answers
     */
    Answer send(SignedCommand command) throws InterruptedException {
        CommandEnvelope envelope =
                Commands.read(command).orElseThrow(() -> Failure.usage("the payload of the command cannot be read"));
        state();
        records.clear(); // answers to it come after it, and what came before may be about the same command
        publish(command, Optional.ofNullable(envelope.workspace()));
        return await(envelope.id(), command, envelope.workspace() == null);
    }

    private void publish(SignedCommand command, Optional<WorkspaceId> workspace) throws InterruptedException {
        Envelope envelope = new Envelope(
                new EventId(UUID.randomUUID()),
                new Writer("cli", new ProcessId(UUID.randomUUID())),
                workspace.map(WorkspaceId::value).orElse("fleet"),
                Instant.now(),
                null,
                null,
                new CommandIssued(workspace.orElse(null), command));
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        try (Publisher publisher = new Publisher(kafka, "lifeboat-cli")) {
            publisher.append(Topics.COMMANDS, null, EventCodec.encode(envelope), done::complete);
            if (!done.get(SEND_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Failure.failed("the broker did not take the command");
            }
        } catch (ExecutionException | TimeoutException e) {
            throw Failure.because(e, "the broker did not take the command in %d s", SEND_LIMIT.toSeconds());
        }
    }

    private Answer await(CommandId id, SignedCommand command, boolean fleet) throws InterruptedException {
        long deadline = System.nanoTime() + ANSWER_LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            FoldedRecord record = records.poll(PERIOD.toMillis(), TimeUnit.MILLISECONDS);
            Optional<Answer> answer = record == null ? Optional.empty() : Answer.of(record, id, command);
            if (answer.isPresent()) {
                return answer.get();
            }
            if (fleet && log.state().fleet().commands().containsKey(id)) {
                String held = log.state().fleet().held();
                return new Answer.Obeyed(held == null ? "the fleet is released" : "the fleet is held: " + held);
            }
        }
        throw Failure.failed(
                "nobody answered within %d s: the detector service decides about commands, is one alive?",
                ANSWER_LIMIT.toSeconds());
    }

    @Override
    public void close() {
        log.close();
    }
}
