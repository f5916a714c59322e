package io.lifeboat.verifier.baseline;

import io.lifeboat.events.incident.CollectionBaseline.GoldenQuery;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.digest.DigestLevel;
import io.lifeboat.qdrant.digest.PointDigests;
import io.lifeboat.qdrant.point.PointCalls;
import io.lifeboat.qdrant.point.PointId;
import io.lifeboat.qdrant.point.ScrollPage;
import io.lifeboat.qdrant.point.ScrollRequest;
import io.lifeboat.qdrant.point.StoredPoint;
import io.lifeboat.verifier.VerifierSettings;
import io.lifeboat.verifier.golden.Golden;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jboss.logging.Logger;

/** Picks the known points of a collection by a seed, from its first 10,000 ids, and asks golden queries with some of them. */
final class Samples {
    private static final Logger LOG = Logger.getLogger(Samples.class);
    private static final int PAGE = 1000;
    private static final int PAGES = 10;

    private final VerifierSettings.Baseline settings;

    Samples(VerifierSettings.Baseline settings) {
        this.settings = settings;
    }

    /** Known points with their digests, and golden queries with their answers. */
    record Sample(Map<String, String> digests, List<GoldenQuery> golden) {}

    Sample take(PointCalls points, int golden) throws InterruptedException {
        List<PointId> ids = ids(points);
        Collections.shuffle(ids, new Random(settings.seed()));
        List<PointId> known = ids.subList(0, Math.min(ids.size(), settings.knownPoints()));
        List<PointId> asked = ids.subList(0, Math.min(ids.size(), golden));
        return new Sample(known.isEmpty() ? Map.of() : digests(points, known), queries(points, asked));
    }

    private static List<PointId> ids(PointCalls points) throws InterruptedException {
        List<PointId> ids = new ArrayList<>();
        Optional<PointId> from = Optional.empty();
        for (int page = 0; page < PAGES; page++) {
            ScrollRequest request = new ScrollRequest(PAGE, from, false, false, Optional.empty());
            Answer<ScrollPage> answer = points.scroll(request);
            if (!(answer instanceof Answer.Ok<ScrollPage> ok)) {
                LOG.warnf(
                        "knows only some points collection=%s ids=%d why=%s", points.collection(), ids.size(), answer);
                return ids;
            }
            ok.result().points().forEach(point -> ids.add(point.id()));
            from = ok.result().next();
            if (from.isEmpty()) {
                return ids;
            }
        }
        return ids;
    }

    private static Map<String, String> digests(PointCalls points, List<PointId> ids) throws InterruptedException {
        Map<String, String> digests = new LinkedHashMap<>();
        points.retrieve(ids, true, true, PointDigests.reader(DigestLevel.VECTORS))
                .value()
                .ifPresent(read -> read.forEach((id, digest) -> digests.put(id.toString(), digest)));
        return digests;
    }

    private List<GoldenQuery> queries(PointCalls points, List<PointId> ids) throws InterruptedException {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<GoldenQuery> queries = new ArrayList<>();
        for (StoredPoint point : points.retrieve(ids).value().orElse(List.of())) {
            Optional<GoldenQuery> query = query(points, point);
            query.ifPresent(queries::add);
        }
        return queries;
    }

    private Optional<GoldenQuery> query(PointCalls points, StoredPoint point) throws InterruptedException {
        Optional<Golden> golden = Golden.like(point, settings.top());
        if (golden.isEmpty()) {
            LOG.infof(
                    "asks no golden query collection=%s why=point %s has no dense vector",
                    points.collection(), point.id());
            return Optional.empty();
        }
        return golden.get()
                .ask(points)
                .value()
                .map(ids -> new GoldenQuery("near " + point.id(), golden.get().request(), ids));
    }
}
