package io.lifeboat.verifier.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * When answers are alike enough. In a collection that was not written to, each query must be; in any other, where new points
 * push old ones out of an answer, all of them on average.
 */
final class OverlapRule {
    private OverlapRule() {}

    /** Share of the recorded ids that are among the answered ones; their order does not count, as ties have none. */
    static double overlap(List<String> recorded, List<String> answered) {
        if (recorded.isEmpty()) {
            return 1;
        }
        Set<String> found = new HashSet<>(recorded);
        found.retainAll(Set.copyOf(answered));
        return (double) found.size() / new HashSet<>(recorded).size();
    }

    static CheckResult judge(List<Double> overlaps, Written written, double least) {
        double lowest = overlaps.stream().mapToDouble(Double::doubleValue).min().orElse(1);
        double mean =
                overlaps.stream().mapToDouble(Double::doubleValue).average().orElse(1);
        double judged = written.isUnwritten() ? lowest : mean;
        String what =
                "%d queries, overlap %.2f on average and %.2f at the least".formatted(overlaps.size(), mean, lowest);
        if (judged >= least) {
            return CheckResult.passed("%s", what);
        }
        return new CheckResult.Failed("%s, expected %.2f".formatted(what, least), !written.isUnwritten());
    }
}
