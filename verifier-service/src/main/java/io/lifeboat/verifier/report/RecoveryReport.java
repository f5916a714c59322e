package io.lifeboat.verifier.report;

import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.Scenario;
import io.lifeboat.events.incident.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What happened, what was done, and how well. Its JSON form is the report for machines.
 *
 * @param startedAt first bad evidence
 * @param openedAt by the log
 * @param recoveredAt by the log; absent if service was not back when the report was written
 * @param previous the site that was active before
 * @param active the site that is active now
 * @param writtenAt by the log: when this report's step was claimed
 */
public record RecoveryReport(
        IncidentId incident,
        WorkspaceId workspace,
        Scenario scenario,
        Severity severity,
        String what,
        String outcome,
        Instant startedAt,
        Instant openedAt,
        Optional<Instant> recoveredAt,
        Optional<SiteId> previous,
        Optional<SiteId> active,
        Instant writtenAt,
        List<ObjectiveResult> objectives,
        List<CheckLine> checks,
        Optional<LossLine> losses,
        List<StepLine> steps,
        List<Entry> timeline) {

    public RecoveryReport {
        objectives = List.copyOf(objectives);
        checks = List.copyOf(checks);
        steps = List.copyOf(steps);
        timeline = List.copyOf(timeline);
    }

    /** What a check of a verification step found. */
    public record CheckLine(StepId step, String name, String verdict, String evidence) {}

    /**
     * Acknowledged writes that could not be read back.
     *
     * @param examples the first of them, by collection and id
     */
    public record LossLine(long lost, long checked, List<String> examples) {
        public LossLine {
            examples = List.copyOf(examples);
        }
    }

    /**
     * A step of the plan as the log has it.
     *
     * @param began its first claim, since the first bad evidence; absent if it was never claimed
     * @param ended its last result, likewise; absent if it has none
     */
    public record StepLine(
            StepId step,
            String type,
            String owner,
            String state,
            int attempts,
            String why,
            Optional<Duration> began,
            Optional<Duration> ended) {}

    /**
     * A record of the incident.
     *
     * @param elapsed since the first bad evidence
     * @param voided why it does not count; absent if it does
     */
    public record Entry(Instant at, Duration elapsed, String writer, String what, Optional<String> voided) {}
}
