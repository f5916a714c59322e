package io.lifeboat.verifier.action;

import io.lifeboat.events.plan.Arguments;
import io.lifeboat.saga.step.StepContext;
import io.lifeboat.saga.step.StepOutcome;
import io.lifeboat.verifier.check.CheckResult;
import io.lifeboat.verifier.check.Finding;
import io.lifeboat.verifier.check.Losses;
import io.lifeboat.verifier.check.Scene;
import io.lifeboat.workspaces.config.Site;
import java.util.List;
import java.util.stream.Collectors;

/** What a verification says in the log: the verdict, and each finding for those who come later. */
final class Verification {
    private static final int EXAMPLES = 5;

    private Verification() {}

    static StepOutcome outcome(StepContext context, Site site, Scene scene, List<Finding> findings) {
        Arguments output = output(context, site, scene, findings);
        List<Finding> failures = findings.stream().filter(Finding::failed).toList();
        if (!failures.isEmpty()) {
            String what = failures.stream()
                    .map(finding -> finding.check() + " (" + finding.result().evidence() + ")")
                    .collect(Collectors.joining("; "));
            return new StepOutcome.Failed(
                    output,
                    "%s did not pass %d of %d checks: %s".formatted(site.id(), failures.size(), findings.size(), what));
        }
        if (count(findings, CheckResult.Passed.class) == 0) {
            return new StepOutcome.Failed(output, "none of the checks could be run on " + site.id());
        }
        return new StepOutcome.Done(output, success(site, scene, findings));
    }

    private static String success(Site site, Scene scene, List<Finding> findings) {
        long notRun = count(findings, CheckResult.NotRun.class);
        String lost = scene.losses() instanceof Losses.Known known
                        && !known.lost().isEmpty()
                ? "; %d acknowledged writes are lost".formatted(known.lost().size())
                : "";
        return "%s serves: %d checks passed, %d not run%s"
                .formatted(site.id(), count(findings, CheckResult.Passed.class), notRun, lost);
    }

    private static Arguments output(StepContext context, Site site, Scene scene, List<Finding> findings) {
        Arguments output = Arguments.of("site", site.id().value())
                .with("passed", count(findings, CheckResult.Passed.class))
                .with("failed", count(findings, CheckResult.Failed.class))
                .with("notRun", count(findings, CheckResult.NotRun.class))
                .with("checks", findings.stream().map(Finding::toMap).toList());
        if (scene.baseline().isPresent()) {
            output = output.with("baseline", scene.baseline().get().takenAt().toString());
        }
        if (scene.lag().operations().isPresent()) {
            output = output.with("lagOperations", scene.lag().operations().getAsLong());
        }
        if (scene.lag().millis().isPresent()) {
            output = output.with("lagMillis", scene.lag().millis().getAsLong());
        }
        return switch (scene.losses()) {
            case Losses.Unknown unknown -> output;
            case Losses.Known known ->
                output.with("acknowledgedWrites", known.checked())
                        .with("lostWrites", known.lost().size())
                        .with(
                                "lostSpanMillis",
                                known.span(context.incident().startedAt()).toMillis())
                        .with(
                                "lostExamples",
                                known.lost().stream()
                                        .limit(EXAMPLES)
                                        .map(Losses.Write::toString)
                                        .toList());
        };
    }

    private static long count(List<Finding> findings, Class<? extends CheckResult> which) {
        return findings.stream()
                .filter(finding -> which.isInstance(finding.result()))
                .count();
    }
}
