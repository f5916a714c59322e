package io.lifeboat.lab.edge;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Copies accepted writes to the standby, one at a time in the order of acceptance, until the target leaves the copied site: then
 * never again, as the standby goes its own way from there. Confined to the edge's event loop.
 */
final class Mirror {

    /** A copy under way at a switch is given this long to end before its connection is cut. */
    private static final long IN_FLIGHT_LIMIT_MILLIS = 250;

    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final Vertx vertx;
    private final MirrorPair pair;
    private final MirrorWorker worker;
    private final StandbySender sender;
    private final InstantSource clock;

    private final Deque<Operation> queue = new ArrayDeque<>();
    private final NavigableMap<Long, Instant> obstacles = new TreeMap<>();
    private Optional<Instant> stoppedAt = Optional.empty();
    private Optional<Instant> lastAppliedAt = Optional.empty();
    private Optional<String> lastError = Optional.empty();
    private Optional<Promise<Void>> holding = Optional.empty();
    private boolean copying;
    private long applied;
    private long pause = FIRST_PAUSE_MILLIS;

    Mirror(Vertx vertx, MirrorPair pair, MirrorWorker worker, StandbySender sender, InstantSource clock) {
        this.vertx = vertx;
        this.pair = pair;
        this.worker = worker;
        this.sender = sender;
        this.clock = clock;
        worker.foundAtStart().forEach(this::enqueue);
    }

    /**
     * Begins copying, if the target is the copied site and has never been another.
     *
     * @param left when the target first left the copied site, if it ever did
     */
    void begin(Traffic traffic, Optional<Instant> left) {
        stoppedAt = left;
        follow(traffic, clock.instant());
    }

    /** The target is this now, after a hold. One that is not the copied site stops the copying for good. */
    void follow(Traffic traffic, Instant at) {
        if (!traffic.target().equals(pair.from()) && stoppedAt.isEmpty()) {
            stoppedAt = Optional.of(at);
        }
        release();
    }

    boolean copies(Target site) {
        return stoppedAt.isEmpty() && site.equals(pair.from());
    }

    /** Notes an accepted write; done once it stands in the journal. */
    Future<Operation> record(Draft draft) {
        return worker.append(draft).onSuccess(operation -> {
            enqueue(operation);
            copyNext();
        });
    }

    /** The write's sender was told that its outcome is unknown. It may be on the standby nevertheless. */
    void unacknowledged(Operation operation) {
        queue.remove(operation);
        obstacles.remove(operation.number());
        worker.settle(operation, MirrorJournal.Outcome.UNACKNOWLEDGED, "");
    }

    /** Done once no copy is under way; none begins before {@link #release}. */
    Future<Void> hold() {
        Promise<Void> ended = Promise.promise();
        holding = Optional.of(ended);
        if (!copying) {
            ended.complete();
            return ended.future();
        }
        long timer = vertx.setTimer(IN_FLIGHT_LIMIT_MILLIS, late -> sender.cut());
        return ended.future().onComplete(done -> vertx.cancelTimer(timer));
    }

    void release() {
        holding = Optional.empty();
        copyNext();
    }

    private void enqueue(Operation operation) {
        if (operation.obstacle().isPresent()) {
            obstacles.put(operation.number(), operation.at());
        } else {
            queue.addLast(operation);
        }
    }

    private void copyNext() {
        if (copying || queue.isEmpty() || holding.isPresent() || stoppedAt.isPresent()) {
            return;
        }
        copying = true;
        Operation operation = queue.peekFirst();
        worker.body(operation)
                .compose(body -> sender.send(operation, body))
                .onComplete(sent -> ended(operation, sent.succeeded() ? sent.result() : Copied.waiting(sent.cause())));
    }

    private void ended(Operation operation, Copied copied) {
        copying = false;
        switch (copied) {
            case Copied.Applied() -> applied(operation);
            case Copied.Refused(String reason) -> refused(operation, reason);
            case Copied.Waiting(String reason) -> lastError = Optional.of(reason);
        }
        holding.ifPresent(Promise::tryComplete);
        if (copied instanceof Copied.Waiting) {
            vertx.setTimer(pause, due -> copyNext());
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
        } else {
            pause = FIRST_PAUSE_MILLIS;
            copyNext();
        }
    }

    private void applied(Operation operation) {
        queue.remove(operation);
        applied++;
        lastAppliedAt = Optional.of(clock.instant());
        lastError = Optional.empty();
        worker.settle(operation, MirrorJournal.Outcome.APPLIED, "");
    }

    private void refused(Operation operation, String reason) {
        lastError = Optional.of(reason);
        if (queue.remove(operation)) {
            obstacles.put(operation.number(), operation.at());
            worker.settle(operation, MirrorJournal.Outcome.REFUSED, reason);
        }
    }

    /** How far the standby is behind, as {@code GET /lag} tells it. */
    Map<String, Object> lag() {
        Map<String, Object> lag = new LinkedHashMap<>();
        lag.put("from", pair.from().toString());
        lag.put("to", pair.to().toString());
        lag.put("state", state());
        lag.put("operations", queue.size() + obstacles.size());
        lag.put("refused", obstacles.size());
        lag.put("seconds", secondsBehind());
        lag.put("applied", applied);
        lastAppliedAt.ifPresent(at -> lag.put("lastAppliedAt", at.toString()));
        stoppedAt.ifPresent(at -> lag.put("stoppedAt", at.toString()));
        lastError.ifPresent(reason -> lag.put("lastError", reason));
        return lag;
    }

    private String state() {
        if (stoppedAt.isPresent()) {
            return "stopped";
        }
        return lastError.isPresent() && !queue.isEmpty() ? "waiting" : "copying";
    }

    /** The age of the oldest write that is not on the standby; once stopped, its age at the stop. */
    private double secondsBehind() {
        Instant until = stoppedAt.orElseGet(clock::instant);
        return Stream.concat(
                                Stream.ofNullable(queue.peekFirst()).map(Operation::at),
                                Stream.ofNullable(obstacles.firstEntry()).map(Map.Entry::getValue))
                        .mapToLong(at -> until.toEpochMilli() - at.toEpochMilli())
                        .map(millis -> Math.max(0, millis))
                        .max()
                        .orElse(0)
                / 1_000.0;
    }
}
