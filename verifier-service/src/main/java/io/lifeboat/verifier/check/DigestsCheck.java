package io.lifeboat.verifier.check;

import io.lifeboat.events.incident.CollectionBaseline;
import io.lifeboat.qdrant.digest.DigestLevel;
import io.lifeboat.qdrant.digest.DigestOutcome;
import io.lifeboat.qdrant.digest.DigestReader;
import io.lifeboat.qdrant.digest.DigestRequest;
import io.lifeboat.verifier.baseline.MarkReader.SiteMarks;
import io.lifeboat.verifier.node.Within;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** The whole content, vectors too, is that of the baseline. It decides only for collections that are unwritten since. */
@Singleton
public class DigestsCheck implements Check {

    @Override
    public String name() {
        return "digests";
    }

    @Override
    public CheckResult run(Scene scene) throws InterruptedException {
        return PerCollection.withBaseline(scene, baseline -> judge(scene, baseline));
    }

    private static CheckResult judge(Scene scene, CollectionBaseline baseline) throws InterruptedException {
        Written written = scene.writtenTo(baseline.name());
        if (baseline.digest() == null || !written.isUnwritten()) {
            return CheckResult.notRun(
                    "%s", written.isUnwritten() ? "no digest was taken while healthy" : written.why());
        }
        try {
            return compare(
                    scene, baseline, Within.time(scene.limits().digest(), "digest", () -> read(scene, baseline)));
        } catch (TimeoutException e) {
            return CheckResult.notRun(
                    "its digest could not be read within %s", scene.limits().digest());
        } catch (ExecutionException e) {
            throw new IllegalStateException("a digest could not be read", e.getCause());
        }
    }

    private static DigestOutcome read(Scene scene, CollectionBaseline baseline) throws InterruptedException {
        return DigestReader.read(scene.publicly().points(baseline.name()), DigestRequest.whole(DigestLevel.VECTORS));
    }

    private static CheckResult compare(Scene scene, CollectionBaseline baseline, DigestOutcome outcome)
            throws InterruptedException {
        return switch (outcome) {
            case DigestOutcome.Failed failed ->
                CheckResult.notYet("%s", failed.why().summary());
            case DigestOutcome.Complete complete -> {
                String found = complete.digest().summary().root();
                yield found.equals(baseline.digest())
                        ? CheckResult.passed(
                                "content as recorded, %d points",
                                complete.digest().count())
                        : different(scene, baseline, found);
            }
        };
    }

    /** Users may have begun to write while the content was read. */
    private static CheckResult different(Scene scene, CollectionBaseline baseline, String found)
            throws InterruptedException {
        Written before = scene.writtenTo(baseline.name());
        boolean still = scene.marks().now() instanceof SiteMarks.Told told
                && scene.isMarkAsJudged(baseline.name(), told.collections().get(baseline.name()));
        return still
                ? CheckResult.failed(
                        "content differs from the baseline, %s (SHA-256 %.12s, recorded %.12s)",
                        before.why(), found, baseline.digest())
                : CheckResult.notRun("it was written to while it was read");
    }
}
