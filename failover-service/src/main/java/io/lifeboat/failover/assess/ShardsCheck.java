package io.lifeboat.failover.assess;

import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.service.ShardTelemetry;
import io.lifeboat.qdrant.service.Telemetry;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Each node asked itself: no shard that could not be loaded, none that is being recovered. */
@Singleton
final class ShardsCheck implements StandbyCheck {
    private static final String NAME = "shards";

    @Override
    public List<Finding> run(Standby standby) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < standby.nodes().size(); i++) {
            findings.add(judge(
                    standby.nodes().get(i).endpoint().address(),
                    standby.telemetry().get(i)));
        }
        return findings;
    }

    private static Finding judge(URI node, Answer<Telemetry> answer) {
        return switch (answer) {
            case Answer.Ok<Telemetry> ok -> judge(node, ok.result());
            case Answer.Accepted<Telemetry> accepted -> Finding.fail(NAME, node + " accepted, but did not answer");
            case Answer.Failure<Telemetry> failure -> Finding.of(NAME, "telemetry of " + node, failure);
        };
    }

    private static Finding judge(URI node, Telemetry telemetry) {
        List<String> dummies = telemetry.collectionsWithDummyShards();
        if (!dummies.isEmpty()) {
            return Finding.fail(NAME, "%s could not load shards of %s".formatted(node, dummies));
        }
        List<String> recovering = telemetry.collections().stream()
                .filter(collection -> collection.shards().stream().anyMatch(ShardTelemetry::recovering))
                .map(collection -> collection.name())
                .toList();
        return recovering.isEmpty()
                ? Finding.pass(NAME, "%s has loaded all shards, version %s".formatted(node, telemetry.version()))
                : Finding.fail(NAME, "%s is recovering shards of %s".formatted(node, recovering));
    }
}
