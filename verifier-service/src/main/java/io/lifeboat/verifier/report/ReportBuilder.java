package io.lifeboat.verifier.report;

import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.fold.StepState;
import io.lifeboat.events.fold.StepStatus;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.incident.Objective;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.plan.Step;
import io.lifeboat.verifier.report.RecoveryReport.CheckLine;
import io.lifeboat.verifier.report.RecoveryReport.LossLine;
import io.lifeboat.verifier.report.RecoveryReport.StepLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the report from the state of the log and its records. Pure. */
final class ReportBuilder {
    private final Workspace workspace;
    private final Incident incident;
    private final Instant writtenAt;

    private ReportBuilder(Workspace workspace, Incident incident, Instant writtenAt) {
        this.workspace = workspace;
        this.incident = incident;
        this.writtenAt = writtenAt;
    }

    static RecoveryReport build(Workspace workspace, Incident incident, Instant writtenAt, List<Ruled> records) {
        return new ReportBuilder(workspace, incident, writtenAt).build(records);
    }

    private RecoveryReport build(List<Ruled> records) {
        Optional<Instant> recovered = recoveredAt();
        StepSpans spans = StepSpans.of(incident.id(), records);
        return new RecoveryReport(
                incident.id(),
                workspace.id(),
                incident.scenario(),
                incident.severity(),
                incident.why(),
                outcome(recovered),
                incident.startedAt(),
                incident.openedAt(),
                recovered,
                Optional.ofNullable(incident.previous()),
                Optional.ofNullable(workspace.active()),
                writtenAt,
                List.of(rto(recovered), rpo()),
                checks(),
                losses(),
                incident.plan().steps().stream().map(step -> line(step, spans)).toList(),
                Timeline.of(incident, records));
    }

    /** By the log, or when the last of the steps that mean recovery succeeded: the stage may follow a moment later. */
    private Optional<Instant> recoveredAt() {
        if (incident.recoveredAt() != null) {
            return Optional.of(incident.recoveredAt());
        }
        if (!incident.isRecoveredByPlan()) {
            return Optional.empty();
        }
        return incident.plan().recoveredWhen().stream()
                .map(step -> incident.status(step).state())
                .map(state -> ((StepState.Succeeded) state).at())
                .max(Instant::compareTo);
    }

    private String outcome(Optional<Instant> recovered) {
        if (recovered.isPresent()) {
            return "Service is back, verified through the public address.";
        }
        String failed = incident.stepsIn(StepState.Failed.class)
                .map(step -> step.id().value())
                .sorted()
                .reduce((a, b) -> a + ", " + b)
                .map(steps -> " Failed: " + steps + ".")
                .orElse("");
        return "Service is NOT known to be back." + failed;
    }

    private ObjectiveResult rto(Optional<Instant> recovered) {
        Objective objective = incident.objective();
        Duration target = objective.rtoTarget();
        Duration most = objective.rtoMax();
        return recovered
                .map(at -> ObjectiveResult.of(
                        "RTO",
                        target,
                        most,
                        Optional.of(since(at)),
                        "from the first bad evidence to the verified recovery"))
                .orElseGet(() -> ObjectiveResult.running(
                        "RTO",
                        target,
                        most,
                        since(writtenAt),
                        "from the first bad evidence to this report: not recovered yet"));
    }

    private Duration since(Instant at) {
        return notNegative(Duration.between(incident.startedAt(), at));
    }

    /** Lost writes say what was really lost; where nobody tells of them, the lag at the switch says what may have been. */
    private ObjectiveResult rpo() {
        Objective objective = incident.objective();
        Optional<Duration> lost = millis("lostSpanMillis");
        Optional<Duration> lag = millis("lagMillis");
        String measured = lost.isPresent()
                ? "time whose acknowledged writes could not all be read back"
                : lag.isPresent()
                        ? "replication lag when traffic had moved"
                        : "neither acknowledged writes nor a lag were told";
        return ObjectiveResult.of(
                "RPO", objective.rpoTarget(), objective.rpoMax(), lost.isPresent() ? lost : lag, measured);
    }

    private Optional<Duration> millis(String name) {
        return outputs()
                .map(output -> output.arguments().values().get(name))
                .filter(Number.class::isInstance)
                .map(value -> Duration.ofMillis(((Number) value).longValue()))
                .findFirst();
    }

    private static Duration notNegative(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    private record Output(StepId step, Arguments arguments) {}

    /** What ended steps left behind, in the order of the plan. */
    private java.util.stream.Stream<Output> outputs() {
        return incident.plan().steps().stream()
                .map(step ->
                        new Output(step.id(), output(incident.status(step.id()).state())));
    }

    private static Arguments output(StepState state) {
        return switch (state) {
            case StepState.Succeeded done -> done.output();
            case StepState.Failed failed -> failed.output();
            case StepState.Pending p -> Arguments.none();
            case StepState.AwaitingApproval a -> Arguments.none();
            case StepState.Ready r -> Arguments.none();
            case StepState.Claimed c -> Arguments.none();
            case StepState.Skipped s -> Arguments.none();
        };
    }

    private List<CheckLine> checks() {
        List<CheckLine> lines = new ArrayList<>();
        outputs().forEach(output -> {
            if (output.arguments().values().get("checks") instanceof List<?> checks) {
                checks.forEach(check -> line(output.step(), check).ifPresent(lines::add));
            }
        });
        return lines;
    }

    private static Optional<CheckLine> line(StepId step, Object check) {
        if (!(check instanceof Map<?, ?> map) || !(map.get("name") instanceof String name)) {
            return Optional.empty(); // another service's output of that name
        }
        return Optional.of(
                new CheckLine(step, name, String.valueOf(map.get("verdict")), String.valueOf(map.get("evidence"))));
    }

    private Optional<LossLine> losses() {
        return outputs()
                .map(Output::arguments)
                .filter(output -> output.values().get("lostWrites") instanceof Number)
                .findFirst()
                .map(output -> new LossLine(
                        number(output, "lostWrites"),
                        number(output, "acknowledgedWrites"),
                        output.texts("lostExamples")));
    }

    private static long number(Arguments output, String name) {
        return output.values().get(name) instanceof Number number ? number.longValue() : 0;
    }

    private StepLine line(Step step, StepSpans spans) {
        StepStatus status = incident.status(step.id());
        return new StepLine(
                step.id(),
                step.type().value(),
                step.spec().owner().text(),
                state(status.state()),
                status.attempt(),
                why(status.state()),
                spans.began(step.id()).map(this::since),
                spans.ended(step.id()).map(this::since));
    }

    private static String state(StepState state) {
        return switch (state) {
            case StepState.Pending p -> "pending";
            case StepState.AwaitingApproval a -> "awaiting approval";
            case StepState.Ready r -> "ready";
            case StepState.Claimed c -> "under way";
            case StepState.Succeeded s -> "succeeded";
            case StepState.Failed f -> f.unsealed() ? "failed, unsealed" : "failed";
            case StepState.Skipped s -> "skipped";
        };
    }

    private static String why(StepState state) {
        return switch (state) {
            case StepState.Failed failed -> failed.why();
            case StepState.Skipped skipped -> skipped.why();
            case StepState.Pending p -> "";
            case StepState.AwaitingApproval a -> "";
            case StepState.Ready r -> "";
            case StepState.Claimed c -> "";
            case StepState.Succeeded s -> "";
        };
    }
}
