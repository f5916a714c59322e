package io.lifeboat.failover.assess;

import io.lifeboat.failover.action.AssessStandbys;
import io.lifeboat.failover.http.HttpCalls;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.service.Telemetry;
import io.lifeboat.qdrant.transport.QdrantTransport;
import io.lifeboat.saga.step.StepAction;
import io.lifeboat.workspaces.config.LifeboatConfig;
import java.util.List;

/** The assessment without a container. */
public final class Assessors {
    private Assessors() {}

    public static StepAction action(LifeboatConfig config, QdrantTransport transport, HttpCalls calls) {
        List<StandbyCheck> all = List.of(
                new ShardsCheck(),
                new CollectionsCheck(),
                new CountCheck(),
                new KnownPointsCheck(),
                new SearchCheck(),
                new ContentCheck(),
                new LagCheck(calls));
        return AssessStandbys.of(config, new Assessor(new Nodes(transport), new Checks(all)));
    }

    public static String mark(List<Answer<Telemetry>> nodes, String collection) {
        return WriteMark.of(nodes, collection).orElseThrow();
    }
}
