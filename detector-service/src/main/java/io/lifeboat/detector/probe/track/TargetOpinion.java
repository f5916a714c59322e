package io.lifeboat.detector.probe.track;

import io.lifeboat.events.health.TargetState;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What all probes of one target hold of it, taken together: as bad as the worst of them says. Immutable and pure.
 *
 * @param byProbe by the probes' names
 */
public record TargetOpinion(SortedMap<String, Opinion> byProbe) {
    private static final Comparator<Map.Entry<String, Opinion>> WORST_THEN_OLDEST = Comparator.comparingInt(
                    (Map.Entry<String, Opinion> entry) ->
                            -Opinion.rank(entry.getValue().state()))
            .thenComparing(entry -> entry.getValue().since())
            .thenComparing(Map.Entry::getKey);

    /** The probe that decides, and its opinion with what the others have to add. */
    public record Decided(String probe, Opinion opinion) {}

    public TargetOpinion {
        byProbe = new TreeMap<>(byProbe);
    }

    public static TargetOpinion none() {
        return new TargetOpinion(new TreeMap<>());
    }

    /** With that probe's opinion, in place of its former one. */
    public TargetOpinion with(String probe, Opinion opinion) {
        SortedMap<String, Opinion> next = new TreeMap<>(byProbe);
        next.put(probe, opinion);
        return new TargetOpinion(next);
    }

    /** UNKNOWN while nothing bad is known and some probe has not spoken yet. */
    public Decided decided() {
        if (byProbe.isEmpty()) {
            return new Decided("none", Opinion.none(Instant.EPOCH));
        }
        Map.Entry<String, Opinion> worst =
                byProbe.entrySet().stream().min(WORST_THEN_OLDEST).orElseThrow();
        return Opinion.rank(worst.getValue().state()) > 0 ? bad(worst) : notBad();
    }

    private Decided bad(Map.Entry<String, Opinion> worst) {
        Opinion opinion = worst.getValue();
        String evidence = byProbe.entrySet().stream()
                .filter(entry -> Opinion.rank(entry.getValue().state()) > 0)
                .sorted(WORST_THEN_OLDEST)
                .map(entry -> entry.getKey() + ": " + entry.getValue().evidence())
                .collect(Collectors.joining("; "));
        return new Decided(worst.getKey(), new Opinion(opinion.state(), opinion.since(), evidence, opinion.detail()));
    }

    /** The one that spoke last decides: since then all are good. */
    private Decided notBad() {
        Map.Entry<String, Opinion> last = byProbe.entrySet().stream()
                .filter(entry -> entry.getValue().state() == TargetState.UNKNOWN)
                .findFirst()
                .orElseGet(() -> byProbe.entrySet().stream()
                        .max(Map.Entry.comparingByValue(Comparator.comparing(Opinion::since)))
                        .orElseThrow());
        return new Decided(last.getKey(), last.getValue());
    }
}
