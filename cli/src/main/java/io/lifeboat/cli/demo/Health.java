package io.lifeboat.cli.demo;

import io.lifeboat.cli.lab.LabShape;
import io.lifeboat.cli.log.LogState;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.health.TargetReported;
import io.lifeboat.events.health.TargetState;
import io.lifeboat.events.id.SiteId;
import java.util.Optional;

/** Whether a fault would be worth looking at: everybody knows what is normal. Pure. */
final class Health {
    private static final int MAJORITY = LabShape.VANTAGES.size() / 2 + 1;

    private Health() {}

    /** What is waited for; nothing if all is well. */
    static Optional<String> missing(Observation seen) {
        Optional<LogState> log = seen.log();
        Optional<Workspace> workspace = DemoRules.workspace(seen);
        if (log.isEmpty() || workspace.isEmpty() || workspace.get().active() == null) {
            return Optional.of("the failover service to find where traffic goes");
        }
        Workspace known = workspace.get();
        if (known.lockHolder().isPresent()) {
            return Optional.of("the incident " + known.lockHolder().get().id() + ", which is open already, to end");
        }
        if (seesUp(log.get(), known.active()) < MAJORITY) {
            return Optional.of("the vantages to see " + known.active() + " up");
        }
        if (known.baseline() == null || !known.baseline().site().equals(known.active())) {
            return Optional.of("the verifier service to record the baseline of " + known.active());
        }
        return seen.users().filter(UserStats::areServed).isPresent()
                ? Optional.empty()
                : Optional.of("the application's users to be served");
    }

    private static long seesUp(LogState log, SiteId site) {
        return log.reports().values().stream()
                .filter(report -> report.workspace().equals(LabShape.WORKSPACE))
                .filter(report -> report.target().value().startsWith(site + "-"))
                .filter(report -> report.state() == TargetState.UP)
                .map(TargetReported::vantage)
                .distinct()
                .count();
    }
}
