package io.lifeboat.detector.incident.scenario;

import io.lifeboat.detector.incident.quorum.Verdict;
import io.lifeboat.events.incident.Scenario;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What no probe can see is told by an alert whose label {@code scenario} names it. It needs a majority like all evidence:
 * alerts are sent to every vantage.
 */
final class AlertRule implements Rule {
    private static final List<Scenario> BY_ALERT = List.of(Scenario.SECURITY_BREACH, Scenario.BACKUP_AT_RISK);

    @Override
    public Stream<Finding> judge(Scene scene) {
        return BY_ALERT.stream()
                .flatMap(scenario -> Stream.concat(scene.others().stream(), scene.verdicts().values().stream())
                        .filter(verdict -> Scene.agree(
                                verdict,
                                ballot -> ballot.detail()
                                        .text("scenario")
                                        .filter(scenario.name()::equals)
                                        .isPresent()))
                        .limit(1)
                        .map(verdict -> finding(scene, scenario, verdict)));
    }

    private static Finding finding(Scene scene, Scenario scenario, Verdict alert) {
        Instant since = alert.badSince();
        String what = scenario == Scenario.SECURITY_BREACH
                ? "an alert tells of a breach"
                : "an alert says that backups are at risk";
        return new Finding(
                scenario,
                scene.active().site(),
                since,
                since,
                false,
                alert.votes(),
                Sentences.because(what, List.of(alert)));
    }
}
