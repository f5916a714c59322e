package io.lifeboat.detector.incident.scenario;

import io.lifeboat.events.id.SiteId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is to be said of a workspace now.
 *
 * @param findings the gravest first, also those that are not due yet
 * @param isClear a majority agrees on every node of the active site: where nothing is found, nothing is wrong
 * @param serving from when on a majority has seen all nodes of a site UP, for each site that they see so now
 * @param why one sentence for when there is nothing to do
 */
public record Picture(List<Finding> findings, boolean isClear, Map<SiteId, Instant> serving, String why) {

    public Picture {
        findings = List.copyOf(findings);
        serving = Map.copyOf(serving);
    }

    /** Nothing is known, for that reason. */
    static Picture unknown(String why) {
        return new Picture(List.of(), false, Map.of(), why);
    }

    public List<Finding> due(Instant now) {
        return findings.stream().filter(finding -> finding.isDue(now)).toList();
    }

    /** Sites that could not take over now. */
    public Set<SiteId> unfit() {
        return findings.stream().filter(Finding::standby).map(Finding::site).collect(Collectors.toUnmodifiableSet());
    }

    /** When the next finding becomes due if nothing changes. */
    public Optional<Instant> next(Instant now) {
        return findings.stream()
                .filter(finding -> !finding.isDue(now))
                .map(Finding::due)
                .min(Comparator.naturalOrder());
    }
}
