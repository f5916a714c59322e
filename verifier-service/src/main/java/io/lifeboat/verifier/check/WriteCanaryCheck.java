package io.lifeboat.verifier.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.answer.QdrantJson;
import io.lifeboat.qdrant.point.NewPoint;
import io.lifeboat.qdrant.point.PointCalls;
import io.lifeboat.qdrant.point.PointId;
import io.lifeboat.qdrant.point.ScrollPage;
import io.lifeboat.qdrant.point.ScrollRequest;
import io.lifeboat.qdrant.point.StoredPoint;
import io.lifeboat.workspaces.config.ProtectedCollection;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A point of Lifeboat's own can be written, read back and deleted, in the collections that allow it. It is named by the claim,
 * and marked by the incident: so what an attempt that died has left behind is deleted too.
 */
@Singleton
public class WriteCanaryCheck implements Check {
    static final String MARK = "lifeboat_canary";
    private static final int MOST_LEFT_BEHIND = 100;

    @Override
    public String name() {
        return "write-canary";
    }

    @Override
    public boolean writes() {
        return true;
    }

    @Override
    public CheckResult run(Scene scene) throws InterruptedException {
        List<String> allowed = scene.workspace().collections().stream()
                .filter(ProtectedCollection::writeCanary)
                .map(ProtectedCollection::name)
                .toList();
        if (allowed.isEmpty()) {
            return CheckResult.notRun(
                    "no collection of %s allows a write canary",
                    scene.workspace().id());
        }
        List<CheckResult> results = new ArrayList<>();
        for (String collection : allowed) {
            results.add(tryOut(scene, scene.publicly().points(collection)));
        }
        return PerCollection.merge(allowed, results);
    }

    private static CheckResult tryOut(Scene scene, PointCalls points) throws InterruptedException {
        Answer<ScrollPage> page = points.scroll(ScrollRequest.first(1));
        if (!(page instanceof Answer.Ok<ScrollPage> ok)) {
            return PerCollection.unanswered(page);
        }
        Optional<JsonNode> vectors = ok.result().points().stream().findFirst().flatMap(StoredPoint::vectors);
        if (vectors.isEmpty()) {
            return CheckResult.notRun("it has no point whose vectors a canary could have");
        }
        CheckResult written = write(scene, points, vectors.get());
        CheckResult removed = remove(scene, points);
        return written instanceof CheckResult.Passed ? removed : written;
    }

    private static CheckResult write(Scene scene, PointCalls points, JsonNode vectors) throws InterruptedException {
        PointId id = id(scene, points.collection());
        ObjectNode payload = QdrantJson.object()
                .put(MARK, scene.incident().value())
                .put("claim", scene.claim().toString());
        Answer<?> upserted = points.upsert(List.of(new NewPoint(id, vectors, payload)));
        if (!(upserted instanceof Answer.Ok<?>)) {
            return PerCollection.unanswered(upserted);
        }
        Answer<List<StoredPoint>> read = points.retrieve(List.of(id));
        if (!(read instanceof Answer.Ok<List<StoredPoint>> ok)) {
            return PerCollection.unanswered(read);
        }
        boolean same = ok.result().stream()
                .anyMatch(point -> point.payload().filter(payload::equals).isPresent());
        return same
                ? CheckResult.passed("written and read back")
                : CheckResult.failed("point %s was acknowledged and cannot be read back", id);
    }

    private static PointId id(Scene scene, String collection) {
        String name = scene.claim() + "/" + collection;
        return new PointId.Uuid(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    private static CheckResult remove(Scene scene, PointCalls points) throws InterruptedException {
        List<PointId> ids = new ArrayList<>(List.of(id(scene, points.collection())));
        points.scroll(leftBehind(scene)).value().ifPresent(page -> page.points().forEach(point -> ids.add(point.id())));
        Answer<?> deleted = points.delete(ids);
        if (!(deleted instanceof Answer.Ok<?>)) {
            return CheckResult.notYet("written and read back, but not deleted: %s", deleted);
        }
        Answer<List<StoredPoint>> after = points.retrieve(ids);
        return switch (after.value().map(List::size).orElse(-1)) {
            case 0 -> CheckResult.passed("written, read back and deleted");
            case -1 -> PerCollection.unanswered(after);
            default -> CheckResult.failed("a deleted point can still be read");
        };
    }

    private static ScrollRequest leftBehind(Scene scene) {
        ObjectNode filter = QdrantJson.object();
        ObjectNode condition = filter.putArray("must").addObject().put("key", MARK);
        condition.putObject("match").put("value", scene.incident().value());
        return new ScrollRequest(MOST_LEFT_BEHIND, Optional.empty(), false, false, Optional.of(filter));
    }
}
