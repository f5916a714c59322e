package io.lifeboat.detector.probe.alert;

import io.lifeboat.events.id.TargetId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.Scenario;
import java.time.Instant;
import java.util.Optional;

/**
 * One alert, as far as it concerns a target.
 *
 * @param fingerprint which alert it is, of all that Alertmanager knows
 * @param severity what its label says, if there is one
 * @param scenario what it tells of, where no probe can see it: as SECURITY_BREACH or BACKUP_AT_RISK
 * @param summary for people: an annotation, or the alert's name
 */
public record Alert(
        String fingerprint,
        boolean firing,
        WorkspaceId workspace,
        TargetId target,
        Optional<String> severity,
        Optional<Scenario> scenario,
        String name,
        String summary,
        Instant startsAt) {}
