package io.lifeboat.verifier.check;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs checks again that have failed and may still pass, until none is left, one has failed for good, or time is over. */
public final class Rounds {
    private final CheckRunner runner;
    private final Clock clock;
    private final Instant until;
    private final Duration pause;

    /**
     * @param until no round begins after this
     * @param pause between two rounds
     */
    public Rounds(CheckRunner runner, Clock clock, Instant until, Duration pause) {
        this.runner = runner;
        this.clock = clock;
        this.until = until;
        this.pause = pause;
    }

    /** Gives a fresh view for each round. */
    @FunctionalInterface
    public interface View {
        Scene look() throws InterruptedException;
    }

    /** The last finding of each check, in their order. */
    public List<Finding> run(List<Check> checks, View view) throws InterruptedException {
        List<Finding> findings = new ArrayList<>(runner.run(checks, view.look()));
        while (isWorthAnotherRound(findings)) {
            Thread.sleep(pause); // what would tell the right moment is the very thing that is looked at
            List<Check> again =
                    checks.stream().filter(check -> mayPass(findings, check)).toList();
            replace(findings, runner.run(again, view.look()));
        }
        return List.copyOf(findings);
    }

    private boolean isWorthAnotherRound(List<Finding> findings) {
        List<Finding> failures = findings.stream().filter(Finding::failed).toList();
        return !failures.isEmpty()
                && failures.stream().allMatch(Finding::mayPass)
                && clock.instant().plus(pause).isBefore(until);
    }

    private static boolean mayPass(List<Finding> findings, Check check) {
        return findings.stream().anyMatch(finding -> finding.check().equals(check.name()) && finding.mayPass());
    }

    private static void replace(List<Finding> findings, List<Finding> newer) {
        Map<String, Finding> byName = newer.stream().collect(Collectors.toMap(Finding::check, Function.identity()));
        findings.replaceAll(finding -> byName.getOrDefault(finding.check(), finding));
    }
}
