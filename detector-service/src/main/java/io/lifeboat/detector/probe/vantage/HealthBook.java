package io.lifeboat.detector.probe.vantage;

import io.lifeboat.detector.probe.track.Opinion;
import io.lifeboat.detector.probe.track.TargetOpinion;
import io.lifeboat.events.health.TargetReported;
import io.lifeboat.events.health.TargetState;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.VantageId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The opinions of one vantage, and which of them are news. "Still fine" is no news; another finding at the same state is.
 * Belongs to one event loop.
 */
final class HealthBook {
    private final VantageId vantage;
    private final ProcessId process;
    private final Map<TargetKey, TargetOpinion> opinions = new HashMap<>();
    private final Map<TargetKey, TargetReported> told = new HashMap<>();

    HealthBook(VantageId vantage, ProcessId process) {
        this.vantage = vantage;
        this.process = process;
    }

    /** Announces that a probe will speak of a target: until it has, the target is not known to be UP. */
    void expect(TargetKey key, String probe, Opinion nothing) {
        opinions.merge(key, TargetOpinion.none().with(probe, nothing), (now, ignored) -> now.with(probe, nothing));
    }

    /** Takes a probe's opinion in; what is to be reported, if it is news. */
    Optional<TargetReported> learn(TargetKey key, String probe, Opinion opinion) {
        TargetOpinion before = opinions.getOrDefault(key, TargetOpinion.none());
        if (isStillFine(before.byProbe().get(probe), opinion)) {
            return Optional.empty();
        }
        TargetOpinion next = before.with(probe, opinion);
        opinions.put(key, next);
        TargetReported report = report(key, next.decided());
        if (report.state() == TargetState.UNKNOWN || same(told.get(key), report)) {
            return Optional.empty();
        }
        told.put(key, report);
        return Optional.of(report);
    }

    /** The usual case, a thousand times a second: nothing to be reported can come of it. */
    private static boolean isStillFine(@Nullable Opinion before, Opinion now) {
        return before != null
                && now.state() == TargetState.UP
                && before.state() == TargetState.UP
                && before.since().equals(now.since())
                && before.detail().equals(now.detail());
    }

    private TargetReported report(TargetKey key, TargetOpinion.Decided decided) {
        Opinion opinion = decided.opinion();
        return new TargetReported(
                vantage,
                process,
                key.workspace(),
                key.target(),
                decided.probe(),
                opinion.state(),
                opinion.since(),
                opinion.evidence(),
                opinion.detail());
    }

    private static boolean same(@Nullable TargetReported before, TargetReported now) {
        return before != null
                && before.state() == now.state()
                && before.detail().equals(now.detail());
    }
}
