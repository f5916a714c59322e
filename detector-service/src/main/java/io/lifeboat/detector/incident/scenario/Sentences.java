package io.lifeboat.detector.incident.scenario;

import io.lifeboat.detector.incident.quorum.Verdict;
import io.lifeboat.events.incident.Vote;
import java.util.List;
import java.util.stream.Collectors;

/** How findings read. */
final class Sentences {
    private static final int MOST_TARGETS = 4;

    private Sentences() {}

    /** What, and who says so. */
    static String because(String what, List<Verdict> seen) {
        String tallies = seen.stream().limit(MOST_TARGETS).map(Verdict::tally).collect(Collectors.joining(", "));
        String more = seen.size() > MOST_TARGETS ? " and %d more".formatted(seen.size() - MOST_TARGETS) : "";
        String evidence = seen.get(0).evidence().map(text -> " (" + text + ")").orElse("");
        return what + ": " + tallies + more + evidence;
    }

    static List<Vote> votes(List<Verdict> seen) {
        return seen.stream().flatMap(verdict -> verdict.votes().stream()).toList();
    }
}
