package io.lifeboat.failover.assess;

import io.lifeboat.events.incident.CollectionBaseline;
import io.lifeboat.qdrant.digest.DigestLevel;
import io.lifeboat.qdrant.digest.DigestOutcome;
import io.lifeboat.qdrant.digest.DigestReader;
import io.lifeboat.qdrant.digest.DigestRequest;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * The content digest is the recorded one. It decides only where nothing was written here since, and is read only where it can
 * be in little time: users wait.
 */
@Singleton
final class ContentCheck implements StandbyCheck {
    private static final long MOST_POINTS = 20_000;

    @Override
    public List<Finding> run(Standby standby) throws InterruptedException {
        return Each.of(standby.recorded(), collection -> check(standby, collection));
    }

    private static Finding check(Standby standby, CollectionBaseline collection) throws InterruptedException {
        String name = "content of " + collection.name();
        String recorded = collection.digest();
        if (recorded == null) {
            return Finding.notRun(name, "no digest was recorded");
        }
        if (!standby.isUnwritten(collection).orElse(false)) {
            return Finding.notRun(name, "written since it was recorded, or that cannot be told");
        }
        if (collection.count() > MOST_POINTS) {
            return Finding.notRun(
                    name,
                    "%d points are too many while users wait, at most %d".formatted(collection.count(), MOST_POINTS));
        }
        DigestRequest request = DigestRequest.whole(DigestLevel.VECTORS);
        return switch (DigestReader.read(standby.entry().points(collection.name()), request)) {
            case DigestOutcome.Complete complete ->
                judge(name, recorded, complete.digest().summary().root());
            case DigestOutcome.Failed failed -> Finding.of(name, "digest", failed.why());
        };
    }

    private static Finding judge(String name, String recorded, String found) {
        return found.equals(recorded)
                ? Finding.pass(name, "the digest is the recorded one")
                : Finding.fail(
                        name,
                        "digest %.12s, recorded was %.12s, and nothing was written since".formatted(found, recorded));
    }
}
