package io.lifeboat.failover.assess;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.events.incident.CollectionBaseline;
import io.lifeboat.events.incident.CollectionBaseline.GoldenQuery;
import io.lifeboat.events.serde.Json;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.point.ScoredPoint;
import jakarta.inject.Singleton;
import java.util.List;

/** A recorded query is answered with something: a search can fail while all else works. Its quality is the verifier's. */
@Singleton
final class SearchCheck implements StandbyCheck {

    @Override
    public List<Finding> run(Standby standby) throws InterruptedException {
        return Each.of(standby.recorded(), collection -> check(standby, collection));
    }

    private static Finding check(Standby standby, CollectionBaseline collection) throws InterruptedException {
        String name = "search in " + collection.name();
        if (collection.golden().isEmpty()) {
            return Finding.notRun(name, "no query was recorded");
        }
        GoldenQuery golden = collection.golden().getFirst();
        ObjectNode body = Json.mapper().valueToTree(golden.request());
        return switch (standby.entry().points(collection.name()).query(body)) {
            case Answer.Ok<List<ScoredPoint>> ok ->
                ok.result().isEmpty() && !golden.ids().isEmpty()
                        ? Finding.fail(
                                name,
                                "query %s found nothing, %d points were recorded"
                                        .formatted(golden.name(), golden.ids().size()))
                        : Finding.pass(
                                name,
                                "query %s found %d points"
                                        .formatted(golden.name(), ok.result().size()));
            case Answer.Accepted<List<ScoredPoint>> accepted -> Finding.fail(name, "it was not answered");
            case Answer.Failure<List<ScoredPoint>> failure -> Finding.of(name, "query " + golden.name(), failure);
        };
    }
}
