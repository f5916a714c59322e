package io.lifeboat.restore.action;

import io.lifeboat.events.fold.Guards;
import io.lifeboat.events.id.StepType;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.step.StepCatalogue;
import io.lifeboat.qdrant.QdrantClient;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.restore.node.Clients;
import io.lifeboat.restore.restore.AliasMove;
import io.lifeboat.restore.restore.AliasTarget;
import io.lifeboat.restore.restore.RestoredCollections;
import io.lifeboat.saga.step.SealableAction;
import io.lifeboat.saga.step.StepContext;
import io.lifeboat.saga.step.StepOutcome;
import io.lifeboat.saga.traffic.Reading;
import io.lifeboat.saga.traffic.TrafficProtocol;
import io.lifeboat.workspaces.config.LifeboatConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets the aliases of restored collections lead to them: one conditional batch an alias, by the protocol that traffic is moved
 * by. What they led to before is kept, and with {@code back} they lead there again.
 */
@Singleton
public class CutOver implements SealableAction {
    private static final Duration EACH = Duration.ofSeconds(5);

    private final LifeboatConfig config;
    private final Clients clients;

    @Inject
    public CutOver(LifeboatConfig config, Clients clients) {
        this.config = config;
        this.clients = clients;
    }

    @Override
    public StepType type() {
        return StepCatalogue.CUT_OVER;
    }

    @Override
    public StepOutcome run(StepContext context) throws InterruptedException {
        QdrantClient client = client(context);
        List<AliasMove> moves = moves(context);
        if (moves.isEmpty()) {
            return StepOutcome.failed("nothing was restored that an alias could lead to");
        }
        Optional<StepOutcome> refusal = refusal(client, moves);
        return refusal.isPresent()
                ? refusal.get()
                : all(moves, move -> protocol(client, context, move).move());
    }

    @Override
    public StepOutcome seal(StepContext context) throws InterruptedException {
        QdrantClient client = client(context);
        return all(moves(context), move -> protocol(client, context, move).seal("it was stopped or its time was over"));
    }

    /** An alias cannot have the name of a collection; and to delete that one is nothing that may happen by itself. */
    private static Optional<StepOutcome> refusal(QdrantClient client, List<AliasMove> moves)
            throws InterruptedException {
        Answer<List<String>> collections = client.collections().list();
        if (collections instanceof Answer.Failure<List<String>> failure) {
            return Optional.of(new StepOutcome.Retry("its collections: " + failure.summary()));
        }
        List<String> there = collections.value().orElse(List.of());
        for (AliasMove move : moves) {
            if (there.contains(move.alias())) {
                return Optional.of(StepOutcome.failed(
                        "applications use the collection %s itself, which stands there: an alias cannot have its name. %s is kept beside it"
                                .formatted(move.alias(), move.to())));
            }
            if (!there.contains(move.to())) {
                return Optional.of(StepOutcome.failed("collection %s is not there".formatted(move.to())));
            }
        }
        return Optional.empty();
    }

    private interface Each {
        StepOutcome of(AliasMove move) throws InterruptedException;
    }

    /** Goes on to the last one only while all are done: what is left is taken up by the next claim. */
    private static StepOutcome all(List<AliasMove> moves, Each each) throws InterruptedException {
        List<Map<String, Object>> moved = new ArrayList<>();
        for (AliasMove move : moves) {
            StepOutcome outcome = each.of(move);
            if (!(outcome instanceof StepOutcome.Done)) {
                return outcome;
            }
            moved.add(move.toMap());
        }
        return new StepOutcome.Done(
                Arguments.of("moved", moved),
                "%d aliases lead to %s, read back"
                        .formatted(
                                moves.size(), moves.stream().map(AliasMove::to).toList()));
    }

    private List<AliasMove> moves(StepContext context) {
        boolean back = Boolean.TRUE.equals(context.arguments().values().get("back"));
        List<String> only = context.arguments().texts("collections");
        return AliasMove.of(
                RestoredCollections.of(context.incident()).stream()
                        .filter(entry -> only.isEmpty() || only.contains(entry.collection()))
                        .toList(),
                back);
    }

    private static TrafficProtocol protocol(QdrantClient client, StepContext context, AliasMove move) {
        return new TrafficProtocol(
                new AliasTarget(client.aliases(), move.alias()),
                new Reading(move.to(), context.claim().epoch(), context.key()),
                Guards.ALL);
    }

    private QdrantClient client(StepContext context) {
        Where where = Where.of(context, config);
        return clients.of(where.first(), where.apiKey(), EACH);
    }
}
