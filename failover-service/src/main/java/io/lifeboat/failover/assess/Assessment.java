package io.lifeboat.failover.assess;

import io.lifeboat.events.plan.Arguments;
import io.lifeboat.failover.assess.Finding.Verdict;
import io.lifeboat.saga.step.StepOutcome;
import java.util.List;
import java.util.stream.Collectors;

/** What the findings say together. Pure. */
public final class Assessment {
    private Assessment() {}

    /** Unfit if any check failed; tried again if any could not be asked; else fit. */
    public static StepOutcome of(Standby standby, List<Finding> findings) {
        Arguments output =
                Arguments.of("checks", findings.stream().map(Finding::line).toList());
        String site = standby.site().id().value();
        if (findings.stream().anyMatch(finding -> finding.verdict() == Verdict.FAIL)) {
            return new StepOutcome.Failed(output, "%s is unfit: %s".formatted(site, reasons(findings, Verdict.FAIL)));
        }
        if (findings.stream().anyMatch(finding -> finding.verdict() == Verdict.UNREACHABLE)) {
            return new StepOutcome.Retry(
                    "%s could not be assessed: %s".formatted(site, reasons(findings, Verdict.UNREACHABLE)));
        }
        long passed = findings.stream()
                .filter(finding -> finding.verdict() == Verdict.PASS)
                .count();
        return new StepOutcome.Done(
                output, "%s is fit: %d of %d checks passed, none failed".formatted(site, passed, findings.size()));
    }

    private static String reasons(List<Finding> findings, Verdict verdict) {
        return findings.stream()
                .filter(finding -> finding.verdict() == verdict)
                .map(finding -> finding.check() + ": " + finding.detail())
                .collect(Collectors.joining("; "));
    }
}
