package io.lifeboat.failover.assess;

import io.lifeboat.events.incident.CollectionBaseline;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.point.PointId;
import io.lifeboat.qdrant.point.StoredPoint;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The points that were picked while healthy can be read by their ids. */
@Singleton
final class KnownPointsCheck implements StandbyCheck {

    @Override
    public List<Finding> run(Standby standby) throws InterruptedException {
        return Each.of(standby.recorded(), collection -> check(standby, collection));
    }

    private static Finding check(Standby standby, CollectionBaseline collection) throws InterruptedException {
        String name = "known points of " + collection.name();
        if (collection.knownPoints().isEmpty()) {
            return Finding.notRun(name, "none were recorded");
        }
        List<PointId> ids =
                collection.knownPoints().keySet().stream().map(PointId::parse).toList();
        return switch (standby.entry().points(collection.name()).retrieve(ids)) {
            case Answer.Ok<List<StoredPoint>> ok -> judge(name, ids, ok.result());
            case Answer.Accepted<List<StoredPoint>> accepted -> Finding.fail(name, "they were not answered");
            case Answer.Failure<List<StoredPoint>> failure -> Finding.of(name, "retrieve", failure);
        };
    }

    private static Finding judge(String name, List<PointId> wanted, List<StoredPoint> found) {
        Set<PointId> missing = new TreeSet<>(wanted);
        found.forEach(point -> missing.remove(point.id()));
        return missing.isEmpty()
                ? Finding.pass(name, "all %d can be read".formatted(wanted.size()))
                : Finding.fail(
                        name,
                        "%d of %d are gone, among them %s"
                                .formatted(
                                        missing.size(),
                                        wanted.size(),
                                        missing.iterator().next()));
    }
}
