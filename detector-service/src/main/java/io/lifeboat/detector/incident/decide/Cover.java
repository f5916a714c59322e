package io.lifeboat.detector.incident.decide;

import io.lifeboat.detector.incident.scenario.Finding;
import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.incident.Scenario;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether an open incident is about what was found: no second incident for the same cause. Pure. */
final class Cover {
    private Cover() {}

    /**
     * @param active the site that traffic goes to now
     * @param settle how long after a recovery old evidence may linger before it is a relapse
     */
    static boolean covers(Incident incident, Finding finding, @Nullable SiteId active, Duration settle, Instant now) {
        if (!isSameCause(incident, finding)) {
            return false;
        }
        return switch (incident.stage()) {
            case RECOVERING, NEEDS_PERSON -> true;
            case RECOVERED, WATCHING -> !isRelapse(incident, finding, active, settle, now);
            case ABORTED -> !finding.since().isAfter(incident.stageSince());
            case CLOSED -> false;
        };
    }

    static boolean isSameCause(Incident incident, Finding finding) {
        boolean sameSite = finding.site().equals(incident.site());
        return sameSite
                && (finding.scenario() == incident.scenario() || contains(incident.scenario(), finding.scenario()));
    }

    /** Whether the one explains the other. */
    private static boolean contains(Scenario whole, Scenario part) {
        return switch (whole) {
            case CLUSTER_FAILURE, REGION_FAILURE ->
                switch (part) {
                    case CLUSTER_FAILURE,
                            REGION_FAILURE,
                            NODE_FAILURE,
                            APP_FAILURE,
                            NETWORK_PARTITION,
                            DATA_CORRUPTION -> true;
                    case SECURITY_BREACH, BACKUP_AT_RISK -> false;
                };
            case NETWORK_PARTITION -> part == Scenario.NODE_FAILURE || part == Scenario.APP_FAILURE;
            case NODE_FAILURE, APP_FAILURE, DATA_CORRUPTION, SECURITY_BREACH, BACKUP_AT_RISK -> false;
        };
    }

    /** The site that was left stays as broken as it was: that is known. Anything else that comes back is news. */
    private static boolean isRelapse(
            Incident incident, Finding finding, @Nullable SiteId active, Duration settle, Instant now) {
        if (!finding.site().equals(active)) {
            return false;
        }
        Instant recovered = incident.recoveredAt() == null ? incident.stageSince() : incident.recoveredAt();
        return finding.since().isAfter(recovered) || !now.isBefore(recovered.plus(settle));
    }
}
