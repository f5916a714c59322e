package io.lifeboat.detector.incident.scenario;

import io.lifeboat.detector.incident.health.Ballot;
import io.lifeboat.detector.incident.quorum.Verdict;
import io.lifeboat.events.id.TargetId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All that a rule may look at.
 *
 * @param active the site that traffic goes to, by the log
 * @param verdicts on every node and application
 * @param others verdicts on what is no node and no application: alerts
 */
record Scene(
        Topology topology,
        Place active,
        Map<TargetId, Verdict> verdicts,
        List<Verdict> others,
        Graces graces,
        Instant now) {

    Verdict verdict(TargetId target) {
        Verdict verdict = verdicts.get(target);
        if (verdict == null) {
            throw new IllegalArgumentException("verdicts: expected one on " + target);
        }
        return verdict;
    }

    List<Verdict> nodes(Place place) {
        return place.nodes().stream().map(this::verdict).toList();
    }

    List<Verdict> applications() {
        return topology.applications().stream().map(this::verdict).toList();
    }

    Stream<Place> standbys() {
        return topology.places().stream().filter(place -> !place.site().equals(active.site()));
    }

    /** Whether a majority of the vantages gives one of these reasons. */
    static boolean agree(Verdict verdict, Set<String> reasons) {
        return agree(
                verdict,
                ballot ->
                        ballot.detail().text("reason").filter(reasons::contains).isPresent());
    }

    static boolean agree(Verdict verdict, Predicate<Ballot> what) {
        return verdict.bad().filter(what).count() >= verdict.needed();
    }

    /** When the last of them went bad: from then on all of them were. */
    static Instant lastSince(List<Verdict> bad) {
        return bad.stream().map(Verdict::badSince).max(Instant::compareTo).orElseThrow();
    }

    static Instant firstSince(List<Verdict> bad) {
        return bad.stream().map(Verdict::badSince).min(Instant::compareTo).orElseThrow();
    }
}
