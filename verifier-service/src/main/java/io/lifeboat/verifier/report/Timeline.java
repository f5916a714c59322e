package io.lifeboat.verifier.report;

import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.fold.LogRecord;
import io.lifeboat.events.fold.Ruling;
import io.lifeboat.events.incident.ApprovalGiven;
import io.lifeboat.events.incident.BackupProven;
import io.lifeboat.events.incident.BaselineRecorded;
import io.lifeboat.events.incident.CommandRefused;
import io.lifeboat.events.incident.DecisionEvent;
import io.lifeboat.events.incident.EpochObserved;
import io.lifeboat.events.incident.IncidentAborted;
import io.lifeboat.events.incident.IncidentAcknowledged;
import io.lifeboat.events.incident.IncidentAdvanced;
import io.lifeboat.events.incident.IncidentOpened;
import io.lifeboat.events.incident.MaintenanceSet;
import io.lifeboat.events.incident.PlanChanged;
import io.lifeboat.events.incident.ProofVerdict;
import io.lifeboat.events.incident.StepClaimed;
import io.lifeboat.events.incident.StepEnded;
import io.lifeboat.events.incident.StepEscalated;
import io.lifeboat.events.incident.StepProgressed;
import io.lifeboat.events.incident.StepSkipped;
import io.lifeboat.events.incident.TrafficObserved;
import io.lifeboat.events.incident.WorkspaceEvent;
import io.lifeboat.events.incident.WorkspaceHeld;
import io.lifeboat.events.incident.WorkspaceReleased;
import io.lifeboat.verifier.report.RecoveryReport.Entry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Tells each record of an incident in one line. */
final class Timeline {
    private Timeline() {}

    static List<Entry> of(Incident incident, List<Ruled> records) {
        return records.stream()
                .filter(ruled -> ruled.record().event() instanceof WorkspaceEvent event
                        && event.about().filter(incident.id()::equals).isPresent())
                .map(ruled -> entry(incident, ruled))
                .toList();
    }

    private static Entry entry(Incident incident, Ruled ruled) {
        LogRecord record = ruled.record();
        Duration elapsed = Duration.between(incident.startedAt(), record.appendedAt());
        return new Entry(
                record.appendedAt(),
                elapsed,
                record.writer().name(),
                what((WorkspaceEvent) record.event()),
                voided(ruled.ruling()));
    }

    private static Optional<String> voided(Ruling ruling) {
        return switch (ruling) {
            case Ruling.Effective effective -> Optional.empty();
            case Ruling.Voided voided -> Optional.of(voided.why());
            case Ruling.Unknown unknown -> Optional.of("unknown to this version");
        };
    }

    private static String what(WorkspaceEvent event) {
        return switch (event) {
            case IncidentOpened opened -> "opened: " + opened.why();
            case StepClaimed claimed ->
                "%s claimed, attempt %d: %s".formatted(claimed.step(), claimed.attempt(), claimed.why());
            case StepProgressed progressed -> "%s: %s".formatted(progressed.step(), progressed.note());
            case StepEnded ended -> "%s %s: %s".formatted(ended.step(), ended(ended), ended.why());
            case ApprovalGiven approval ->
                "%s %s by %s"
                        .formatted(approval.step(), approval.approved() ? "approved" : "rejected", approval.person());
            case CommandRefused refused -> "command refused: " + refused.reason();
            case TrafficObserved observed -> "traffic was found on " + observed.site();
            case EpochObserved observed -> "epoch %d was found".formatted(observed.epoch());
            case BackupProven proof ->
                "backup %s %s: %s"
                        .formatted(
                                proof.backup(),
                                proof.verdict() == ProofVerdict.PROVEN ? "proven" : "refuted",
                                proof.why());
            case BaselineRecorded baseline -> "baseline of %s recorded".formatted(baseline.site());
            case DecisionEvent decision -> decision(decision);
        };
    }

    private static String ended(StepEnded ended) {
        return switch (ended.verdict()) {
            case SUCCEEDED -> "succeeded";
            case FAILED -> ended.unsealed() ? "failed, unsealed" : "failed";
            case RETRY -> "is to be tried again";
            case CONFLICT -> "met another epoch";
        };
    }

    private static String decision(DecisionEvent decision) {
        return switch (decision) {
            case IncidentAdvanced advanced -> "%s: %s".formatted(advanced.stage(), advanced.why());
            case StepSkipped skipped -> "%s skipped: %s".formatted(skipped.step(), skipped.why());
            case StepEscalated escalated -> "%s escalated: %s".formatted(escalated.step(), escalated.why());
            case IncidentAborted aborted -> "aborted: " + aborted.why();
            case IncidentAcknowledged acknowledged -> "acknowledged by " + acknowledged.person();
            case PlanChanged changed -> "plan changed: " + changed.why();
            case WorkspaceHeld held -> "held: " + held.why();
            case WorkspaceReleased released -> "released: " + released.why();
            case MaintenanceSet maintenance -> "maintenance: " + maintenance.why();
        };
    }
}
