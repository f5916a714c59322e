package io.lifeboat.detector.probe.qdrant;

import io.lifeboat.detector.probe.Deadline;
import io.lifeboat.detector.probe.Probe;
import io.lifeboat.detector.probe.ProbeResult;
import io.lifeboat.detector.probe.ProbeTarget;
import io.lifeboat.detector.probe.Reason;
import io.lifeboat.detector.probe.http.HttpAsker;
import io.lifeboat.detector.probe.http.Judge;
import io.lifeboat.detector.probe.http.Stopwatch;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.answer.ResultReader;
import io.lifeboat.qdrant.service.Telemetry;
import io.lifeboat.qdrant.transport.ResourcePath;
import io.vertx.core.Future;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks into a node's collections: telemetry names them with the state, the points and the kind of each shard; then one
 * collection in turn is read, searched and, where allowed, written. What failed is tried again in each run until it is
 * sound, and while any fails one that serves is looked for: only where there is none the node serves nobody. Green proves nothing: a shard that could not be loaded reads green, too (contract, case 24).
 */
@Singleton
public final class QdrantCollectionsProbe implements Probe {
    private static final ResultReader<Telemetry> TELEMETRY = ResultReader.ofFields(Telemetry::read);
    private static final ResourcePath LEVEL_3 = ResourcePath.of("telemetry").with("details_level", 3);

    private final HttpAsker asker;
    private final WriteGate gate;
    private final Map<ProbeTarget, NodeCollections> nodes = new HashMap<>();

    @Inject
    public QdrantCollectionsProbe(HttpAsker asker, WriteGate gate) {
        this.asker = asker;
        this.gate = gate;
    }

    @Override
    public String name() {
        return "qdrant-collections";
    }

    @Override
    public boolean suits(ProbeTarget target) {
        return target instanceof ProbeTarget.QdrantNode;
    }

    @Override
    public Duration period(ProbeTarget target) {
        return target.settings().collectionsPeriod();
    }

    @Override
    public Future<ProbeResult> run(ProbeTarget target, Deadline deadline) {
        Stopwatch watch = Stopwatch.start();
        NodeCalls calls = NodeCalls.to(asker, target, deadline);
        NodeCollections node = nodes.computeIfAbsent(target, one -> new NodeCollections(calls.node()));
        return calls.get(LEVEL_3, TELEMETRY).compose(answer -> switch (answer) {
            case Answer.Ok<Telemetry> ok -> judged(calls, node, ok.result(), watch);
            case Answer.Accepted<Telemetry> accepted ->
                Future.succeededFuture(ProbeResult.degraded(
                        Reason.GARBAGE, calls.asked("GET /telemetry") + " answered 202", watch.elapsed()));
            case Answer.Failure<Telemetry> failure ->
                Future.succeededFuture(Judge.failure(calls.asked("GET /telemetry"), failure, watch.elapsed()));
        });
    }

    @Override
    public void forget(ProbeTarget target) {
        nodes.remove(target);
    }

    private Future<ProbeResult> judged(NodeCalls calls, NodeCollections node, Telemetry telemetry, Stopwatch watch) {
        List<Finding> seen = node.seen(telemetry);
        CollectionRound round = calls.node().settings().readCanary()
                ? node.round(telemetry, seen)
                : new CollectionRound(List.of(), List.of());
        return tried(calls, node, telemetry, round)
                .map(trouble -> trouble.map(result -> result.within(watch.elapsed()))
                        .orElseGet(() -> summed(calls, telemetry, seen, node.tried(), round, watch)));
    }

    /** Tries what the round wants; the result is present only if the node itself is in trouble. */
    private Future<Optional<ProbeResult>> tried(
            NodeCalls calls, NodeCollections node, Telemetry telemetry, CollectionRound round) {
        Optional<String> next = calls.deadline().passed() ? Optional.empty() : round.next();
        return next.map(collection -> tried(calls, node, telemetry, round, collection)
                        .compose(trouble -> trouble.isPresent()
                                ? Future.succeededFuture(trouble)
                                : tried(calls, node, telemetry, round)))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    private Future<Optional<ProbeResult>> tried(
            NodeCalls calls, NodeCollections node, Telemetry telemetry, CollectionRound round, String collection) {
        long points = NodeCollections.points(telemetry, collection);
        return node.canary(collection)
                .read(calls, points)
                .onSuccess(read -> weigh(round, read, points))
                .compose(read -> read instanceof CanaryResult.Sound && mayWrite(calls, node, collection)
                        ? WriteCanary.write(calls, collection)
                        : Future.succeededFuture(read))
                .map(result -> noted(node, collection, result));
    }

    /** An empty collection proves nothing. */
    private static void weigh(CollectionRound round, CanaryResult read, long points) {
        switch (read) {
            case CanaryResult.Sound sound when points > 0 -> round.serves();
            case CanaryResult.Unsound unsound -> round.fails();
            case CanaryResult.Sound sound -> {}
            case CanaryResult.NodeTrouble trouble -> {}
        }
    }

    private boolean mayWrite(NodeCalls calls, NodeCollections node, String collection) {
        return node.writes(collection)
                && gate.mayWrite(calls.node().workspace(), calls.node().site());
    }

    private static Optional<ProbeResult> noted(NodeCollections node, String collection, CanaryResult result) {
        return switch (result) {
            case CanaryResult.Sound sound -> {
                node.sound(collection);
                yield Optional.empty();
            }
            case CanaryResult.Unsound unsound -> {
                node.unsound(unsound.finding());
                yield Optional.empty();
            }
            case CanaryResult.NodeTrouble trouble -> Optional.of(trouble.result());
        };
    }

    private static ProbeResult summed(
            NodeCalls calls,
            Telemetry telemetry,
            List<Finding> seen,
            List<Finding> tried,
            CollectionRound round,
            Stopwatch watch) {
        List<Finding> findings = Stream.concat(seen.stream(), tried.stream()).toList();
        if (findings.isEmpty()) {
            return ProbeResult.up(
                    telemetry.collections().size() + " collections at "
                            + calls.node().where() + " are sound",
                    watch.elapsed());
        }
        String evidence = findings.stream().map(Finding::sentence).collect(Collectors.joining("; "));
        ProbeResult result = ProbeResult.degraded(
                        findings.getFirst().reason(),
                        "%s: %s".formatted(calls.node().where(), evidence),
                        watch.elapsed())
                .with("collections", names(findings));
        List<String> unserved = names(tried.stream().filter(Finding::isUnserved).toList());
        result = unserved.isEmpty() ? result : result.with("unserved", unserved);
        result = round.servesNobody() ? result.with("serves", "nobody") : result;
        return findings.stream().allMatch(Finding::late) ? result.late() : result;
    }

    private static List<String> names(List<Finding> findings) {
        return findings.stream().map(Finding::collection).distinct().sorted().toList();
    }
}
