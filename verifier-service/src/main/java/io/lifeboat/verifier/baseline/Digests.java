package io.lifeboat.verifier.baseline;

import io.lifeboat.qdrant.digest.DigestLevel;
import io.lifeboat.qdrant.digest.DigestOutcome;
import io.lifeboat.qdrant.digest.DigestReader;
import io.lifeboat.qdrant.digest.DigestRequest;
import io.lifeboat.qdrant.point.PointCalls;
import io.lifeboat.verifier.VerifierSettings;
import io.lifeboat.verifier.node.Within;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** Content digests with vectors, of collections that are not too large, in bounded time. */
final class Digests {
    private static final Logger LOG = Logger.getLogger(Digests.class);

    private final VerifierSettings.Baseline settings;

    Digests(VerifierSettings.Baseline settings) {
        this.settings = settings;
    }

    /** The digest; empty where none is taken, and the log says why. */
    Optional<String> of(PointCalls points, long count) throws InterruptedException {
        if (count > settings.digestPoints()) {
            return none(points, "%d points, more than %d".formatted(count, settings.digestPoints()));
        }
        try {
            return digest(
                    points,
                    Within.time(
                            settings.digestTime(),
                            "baseline-digest",
                            () -> DigestReader.read(points, DigestRequest.whole(DigestLevel.VECTORS))));
        } catch (TimeoutException e) {
            return none(points, "it takes longer than " + settings.digestTime());
        } catch (ExecutionException e) {
            throw new IllegalStateException("a digest could not be read", e.getCause());
        }
    }

    private static Optional<String> digest(PointCalls points, DigestOutcome outcome) {
        return switch (outcome) {
            case DigestOutcome.Complete complete ->
                Optional.of(complete.digest().summary().root());
            case DigestOutcome.Failed failed -> none(points, failed.why().summary());
        };
    }

    private static Optional<String> none(PointCalls points, String why) {
        LOG.infof("takes no digest collection=%s why=%s", points.collection(), why);
        return Optional.empty();
    }
}
