package io.lifeboat.cli.timeline;

import io.lifeboat.cli.terminal.Span;
import io.lifeboat.events.Event;
import io.lifeboat.events.UnknownEvent;
import io.lifeboat.events.command.CommandEnvelope;
import io.lifeboat.events.command.SignedCommand;
import io.lifeboat.events.fleet.BrakeSet;
import io.lifeboat.events.fleet.FleetEvent;
import io.lifeboat.events.fleet.FleetHeld;
import io.lifeboat.events.fleet.FleetPinned;
import io.lifeboat.events.fleet.FleetReleased;
import io.lifeboat.events.fleet.IncidentNumbered;
import io.lifeboat.events.fold.Commands;
import io.lifeboat.events.incident.ApprovalGiven;
import io.lifeboat.events.incident.BackupProven;
import io.lifeboat.events.incident.BaselineRecorded;
import io.lifeboat.events.incident.CommandRefused;
import io.lifeboat.events.incident.DecisionEvent;
import io.lifeboat.events.incident.EpochObserved;
import io.lifeboat.events.incident.IncidentAborted;
import io.lifeboat.events.incident.IncidentAcknowledged;
import io.lifeboat.events.incident.IncidentAdvanced;
import io.lifeboat.events.incident.IncidentEvent;
import io.lifeboat.events.incident.IncidentOpened;
import io.lifeboat.events.incident.LogPinned;
import io.lifeboat.events.incident.MaintenanceSet;
import io.lifeboat.events.incident.OwnerMarked;
import io.lifeboat.events.incident.PlanChanged;
import io.lifeboat.events.incident.ProofVerdict;
import io.lifeboat.events.incident.StepClaimed;
import io.lifeboat.events.incident.StepEnded;
import io.lifeboat.events.incident.StepEscalated;
import io.lifeboat.events.incident.StepProgressed;
import io.lifeboat.events.incident.StepSkipped;
import io.lifeboat.events.incident.TrafficObserved;
import io.lifeboat.events.incident.WorkspaceHeld;
import io.lifeboat.events.incident.WorkspaceReleased;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an event says, for people: what happened in a word or two, and one sentence about it. Pure. */
public record EventText(String what, String sentence) {

    public static EventText of(Event event) {
        if (event instanceof IncidentEvent incident) {
            return ofIncident(incident);
        }
        if (event instanceof FleetEvent fleet) {
            return ofFleet(fleet);
        }
        return event instanceof UnknownEvent unknown
                ? new EventText("unknown", "an event of the unknown type " + unknown.type())
                : new EventText(event.getClass().getSimpleName(), "");
    }

    private static EventText ofIncident(IncidentEvent event) {
        return switch (event) {
            case LogPinned pinned ->
                new EventText("log pinned", "%d partitions, %s".formatted(pinned.partitions(), pinned.partitioner()));
            case OwnerMarked marked ->
                new EventText(
                        "owner",
                        "this process takes over for the %s service, term %d"
                                .formatted(marked.service(), marked.term()));
            case TrafficObserved observed ->
                new EventText("traffic found", "at %s, epoch %d".formatted(observed.site(), observed.epoch()));
            case BaselineRecorded baseline ->
                new EventText(
                        "baseline",
                        "%s as it is while healthy: %d collections"
                                .formatted(
                                        baseline.site(), baseline.collections().size()));
            case BackupProven proof ->
                new EventText(
                        proof.verdict() == ProofVerdict.PROVEN ? "backup proven" : "backup refuted",
                        "%s: %s".formatted(proof.backup(), proof.why()));
            case EpochObserved observed -> new EventText("epoch found", "a target carries epoch " + observed.epoch());
            case IncidentOpened opened -> opened(opened);
            case StepClaimed claimed -> new EventText("claimed", claimed.why());
            case StepProgressed progressed -> new EventText("progress", progressed.note());
            case StepEnded ended -> ended(ended);
            case ApprovalGiven approval -> approval(approval);
            case CommandRefused refused -> refused(refused);
            case DecisionEvent decision ->
                new EventText(what(decision), decision.why() + by(decision.command(), decision.why()));
        };
    }

    private static String what(DecisionEvent decision) {
        return switch (decision) {
            case IncidentAdvanced advanced ->
                advanced.stage().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            case IncidentAborted aborted -> aborted.undo() ? "aborted, undone" : "aborted";
            case IncidentAcknowledged acknowledged -> "acknowledged";
            case StepSkipped skipped -> "skipped";
            case StepEscalated escalated -> "escalated";
            case PlanChanged changed -> "plan changed";
            case WorkspaceHeld held -> "held";
            case WorkspaceReleased released -> "released";
            case MaintenanceSet set -> "maintenance";
        };
    }

    private static EventText opened(IncidentOpened opened) {
        String sentence = "%s, %s, %d steps, RTO %s: %s"
                .formatted(
                        opened.scenario(),
                        opened.severity(),
                        opened.plan().steps().size(),
                        Span.of(opened.objective().rtoTarget()),
                        opened.why());
        return new EventText("opened", sentence + by(opened.command(), sentence));
    }

    private static EventText ended(StepEnded ended) {
        String what = switch (ended.verdict()) {
            case SUCCEEDED -> "succeeded";
            case FAILED -> "failed";
            case RETRY -> "to be retried";
            case CONFLICT -> "epoch conflict";
        };
        return new EventText(what + (ended.unsealed() ? ", unsealed" : ""), ended.why());
    }

    private static EventText approval(ApprovalGiven approval) {
        return new EventText(
                approval.approved() ? "approved" : "rejected",
                "by %s, for exactly the step that hash %s.. names"
                        .formatted(
                                approval.person(),
                                approval.hash()
                                        .substring(
                                                0, Math.min(12, approval.hash().length()))));
    }

    private static EventText refused(CommandRefused refused) {
        String command =
                Commands.read(refused.command()).map(EventText::describe).orElse("a command that cannot be read");
        return new EventText("refused", "%s: %s".formatted(command, refused.reason()));
    }

    private static String describe(CommandEnvelope command) {
        return "'%s' in the name of %s".formatted(command.action().text(), command.subject());
    }

    /** Who commanded it, unless the sentence says so itself. */
    private static String by(@Nullable SignedCommand command, String sentence) {
        return command == null
                ? ""
                : Commands.read(command)
                        .map(envelope -> envelope.subject().value())
                        .filter(person -> !sentence.contains(person))
                        .map(person -> " (commanded by " + person + ")")
                        .orElse("");
    }

    private static EventText ofFleet(FleetEvent event) {
        return switch (event) {
            case FleetPinned pinned -> new EventText("fleet pinned", "log " + pinned.log());
            case IncidentNumbered numbered ->
                new EventText(
                        "numbered",
                        "number %d of %s; %s"
                                .formatted(
                                        numbered.number(),
                                        numbered.day(),
                                        numbered.movesTrafficByItself()
                                                ? "it asks to move traffic by itself"
                                                : "it moves no traffic by itself"));
            case BrakeSet brake ->
                new EventText("brake", "%d automatic moves in %s".formatted(brake.most(), Span.of(brake.window())));
            case FleetHeld held -> new EventText("fleet held", held.why() + by(held.command(), held.why()));
            case FleetReleased released ->
                new EventText("fleet released", released.why() + by(released.command(), released.why()));
        };
    }
}
