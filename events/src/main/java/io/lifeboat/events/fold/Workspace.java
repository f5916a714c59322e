package io.lifeboat.events.fold;

import io.lifeboat.events.id.CommandId;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.BaselineRecorded;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * A workspace as the log has it now: the unit of the fold. Immutable.
 *
 * @param lastSeq number of incidents opened so far
 * @param active the site that traffic goes to; absent until the log says so
 * @param epoch highest one claimed or observed
 * @param version counts decisions: what a decision's basis must be
 * @param held why there are no effects until a release; absent if there is no hold
 * @param coolDownUntil no automatic failover before; absent if there is none, or it was acknowledged
 * @param unknownCritical the type of a critical event that this version does not know: read-only
 * @param proofs what is known of kept backups, by source: bounded
 * @param commands ids of commands that took effect, with their expiry
 */
public record Workspace(
        WorkspaceId id,
        long lastSeq,
        @Nullable SiteId active,
        long epoch,
        long version,
        @Nullable String held,
        @Nullable Window maintenance,
        @Nullable Instant coolDownUntil,
        @Nullable String unknownCritical,
        @Nullable BaselineRecorded baseline,
        PMap<String, Proofs> proofs,
        PMap<IncidentId, Incident> incidents,
        PMap<CommandId, Instant> commands) {

    static Workspace initial(WorkspaceId id) {
        return new Workspace(
                id,
                0,
                null,
                0,
                0,
                null,
                null,
                null,
                null,
                null,
                HashTreePMap.empty(),
                HashTreePMap.empty(),
                HashTreePMap.empty());
    }

    public Optional<Incident> find(IncidentId incident) {
        return Optional.ofNullable(incidents.get(incident));
    }

    /** Incidents that are not closed, oldest first. */
    public Stream<Incident> open() {
        return incidents.values().stream().sorted(java.util.Comparator.comparingLong(Incident::seq));
    }

    /** The one incident whose plan moves traffic or data and has not ended, if there is one. */
    public Optional<Incident> lockHolder() {
        return open().filter(Incident::holdsLock).findFirst();
    }

    /** Why nothing may have an effect now, if so. Notices and seals are never stopped. */
    public Optional<String> stopped(Instant at, boolean automatic) {
        if (unknownCritical != null) {
            return Optional.of("read-only: the log has a critical event of unknown type " + unknownCritical);
        }
        if (held != null) {
            return Optional.of("held: " + held);
        }
        if (automatic && maintenance != null && maintenance.contains(at)) {
            return Optional.of("maintenance until " + maintenance.until());
        }
        return Optional.empty();
    }

    public boolean isCoolingDown(Instant at) {
        return coolDownUntil != null && at.isBefore(coolDownUntil);
    }

    Workspace with(Incident incident) {
        return withIncidents(incidents.plus(incident.id(), incident));
    }

    Workspace withIncidents(PMap<IncidentId, Incident> next) {
        return new Workspace(
                id,
                lastSeq,
                active,
                epoch,
                version,
                held,
                maintenance,
                coolDownUntil,
                unknownCritical,
                baseline,
                proofs,
                next,
                commands);
    }

    Workspace opened(Incident incident) {
        return new Workspace(
                id,
                incident.seq(),
                active,
                epoch,
                version,
                held,
                maintenance,
                coolDownUntil,
                unknownCritical,
                baseline,
                proofs,
                incidents.plus(incident.id(), incident),
                commands);
    }

    Workspace withTraffic(@Nullable SiteId site, long newEpoch) {
        return new Workspace(
                id,
                lastSeq,
                site,
                Math.max(epoch, newEpoch),
                version,
                held,
                maintenance,
                coolDownUntil,
                unknownCritical,
                baseline,
                proofs,
                incidents,
                commands);
    }

    Workspace coolingDownUntil(@Nullable Instant until) {
        return new Workspace(
                id,
                lastSeq,
                active,
                epoch,
                version,
                held,
                maintenance,
                until,
                unknownCritical,
                baseline,
                proofs,
                incidents,
                commands);
    }

    Workspace withBaseline(BaselineRecorded next) {
        return new Workspace(
                id,
                lastSeq,
                active,
                epoch,
                version,
                held,
                maintenance,
                coolDownUntil,
                unknownCritical,
                next,
                proofs,
                incidents,
                commands);
    }

    Workspace withProof(String source, Proofs next) {
        return new Workspace(
                id,
                lastSeq,
                active,
                epoch,
                version,
                held,
                maintenance,
                coolDownUntil,
                unknownCritical,
                baseline,
                proofs.plus(source, next),
                incidents,
                commands);
    }

    Workspace withHeld(@Nullable String why) {
        return new Workspace(
                id,
                lastSeq,
                active,
                epoch,
                version,
                why,
                maintenance,
                coolDownUntil,
                unknownCritical,
                baseline,
                proofs,
                incidents,
                commands);
    }

    Workspace withMaintenance(Window window) {
        return new Workspace(
                id,
                lastSeq,
                active,
                epoch,
                version,
                held,
                window,
                coolDownUntil,
                unknownCritical,
                baseline,
                proofs,
                incidents,
                commands);
    }

    Workspace readOnly(String type) {
        return new Workspace(
                id,
                lastSeq,
                active,
                epoch,
                version,
                held,
                maintenance,
                coolDownUntil,
                type,
                baseline,
                proofs,
                incidents,
                commands);
    }

    Workspace decided(PMap<CommandId, Instant> used) {
        return new Workspace(
                id,
                lastSeq,
                active,
                epoch,
                version + 1,
                held,
                maintenance,
                coolDownUntil,
                unknownCritical,
                baseline,
                proofs,
                incidents,
                used);
    }

    Workspace used(PMap<CommandId, Instant> used) {
        return new Workspace(
                id,
                lastSeq,
                active,
                epoch,
                version,
                held,
                maintenance,
                coolDownUntil,
                unknownCritical,
                baseline,
                proofs,
                incidents,
                used);
    }
}
