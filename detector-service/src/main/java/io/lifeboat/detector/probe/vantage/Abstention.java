package io.lifeboat.detector.probe.vantage;

import io.lifeboat.detector.probe.ProbeResult;
import io.lifeboat.events.id.TargetId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Whether a vantage may trust its own eyes: only while enough of its control targets answer. One bad answer counts at
 * once, without hysteresis: to abstain too soon costs a vote, to speak while cut off may cost a failover. Immutable and
 * pure.
 *
 * @param needed how many controls must answer
 * @param last the last result of each that was asked
 */
record Abstention(Set<TargetId> controls, int needed, Map<TargetId, ProbeResult> last) {

    Abstention {
        if (needed < 0 || needed > controls.size()) {
            throw new IllegalArgumentException(
                    "needed: expected 0 to %d controls, got %d".formatted(controls.size(), needed));
        }
        controls = Set.copyOf(controls);
        last = Map.copyOf(last);
    }

    static Abstention begin(Set<TargetId> controls, int needed) {
        return new Abstention(controls, needed, Map.of());
    }

    Abstention after(TargetId control, ProbeResult result) {
        Map<TargetId, ProbeResult> next = new TreeMap<>(last);
        next.put(control, result);
        return new Abstention(controls, needed, next);
    }

    /** Why its votes should not count now, if so. */
    Optional<String> reason() {
        long answering = last.values().stream().filter(Abstention::answers).count();
        if (answering >= needed) {
            return Optional.empty();
        }
        if (last.size() < controls.size() && last.values().stream().allMatch(Abstention::answers)) {
            return Optional.of("not all control targets have been asked yet");
        }
        String evidence = last.values().stream()
                .filter(result -> !answers(result))
                .map(ProbeResult::evidence)
                .sorted()
                .collect(Collectors.joining("; "));
        return Optional.of("reaches %d of %d control targets, needs %d: %s"
                .formatted(answering, controls.size(), needed, evidence));
    }

    /** One that answers badly is reached all the same. */
    private static boolean answers(ProbeResult result) {
        return switch (result.state()) {
            case UP, DEGRADED -> true;
            case DOWN, UNKNOWN -> false;
        };
    }
}
