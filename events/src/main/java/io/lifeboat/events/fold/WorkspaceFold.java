package io.lifeboat.events.fold;

import static io.lifeboat.events.fold.Ruling.voided;

import io.lifeboat.events.id.Person;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.incident.ApprovalGiven;
import io.lifeboat.events.incident.BackupProven;
import io.lifeboat.events.incident.BaselineRecorded;
import io.lifeboat.events.incident.CommandRefused;
import io.lifeboat.events.incident.DecisionEvent;
import io.lifeboat.events.incident.EpochObserved;
import io.lifeboat.events.incident.IncidentOpened;
import io.lifeboat.events.incident.StepClaimed;
import io.lifeboat.events.incident.StepEnded;
import io.lifeboat.events.incident.StepProgressed;
import io.lifeboat.events.incident.TrafficObserved;
import io.lifeboat.events.incident.WorkspaceEvent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules of the log for one workspace's events. Pure, total and deterministic. */
final class WorkspaceFold {
    private WorkspaceFold() {}

    static Folded apply(Workspace workspace, WorkspaceEvent event, Context context) {
        return CommandRules.refusal(event, context.at())
                .map(why -> new Folded(workspace, why))
                .orElseGet(() -> fold(workspace, event, context));
    }

    private static Folded fold(Workspace workspace, WorkspaceEvent event, Context context) {
        return switch (event) {
            case TrafficObserved observed -> trafficObserved(workspace, observed, context);
            case EpochObserved observed ->
                Folded.effective(workspace.withTraffic(workspace.active(), observed.epoch()));
            case BaselineRecorded baseline -> baseline(workspace, baseline, context);
            case BackupProven proof -> ProofFold.proven(workspace, proof, context);
            case IncidentOpened opened -> opened(workspace, opened, context);
            case StepClaimed claimed -> StepFold.claimed(workspace, claimed, context);
            case StepEnded ended -> StepFold.ended(workspace, ended, context);
            case StepProgressed progressed -> StepFold.progressed(workspace, progressed, context);
            case ApprovalGiven approval -> ApprovalFold.given(workspace, approval, context);
            case CommandRefused refused -> refused(workspace, refused, context);
            case DecisionEvent decision -> DecisionFold.apply(workspace, decision, context);
        };
    }

    private static Folded refused(Workspace workspace, CommandRefused refused, Context context) {
        return context.strangerTo(Service.DETECTOR)
                .map(why -> new Folded(workspace, why))
                .orElseGet(() -> Folded.effective(Commands.use(workspace, refused.command(), context.at())));
    }

    private static Folded trafficObserved(Workspace workspace, TrafficObserved observed, Context context) {
        Optional<Ruling> stranger = context.strangerTo(Service.FAILOVER);
        if (stranger.isPresent()) {
            return new Folded(workspace, stranger.get());
        }
        if (workspace.active() != null) {
            return new Folded(workspace, voided("the log already says that %s is active", workspace.active()));
        }
        return Folded.effective(workspace.withTraffic(observed.site(), observed.epoch()));
    }

    private static Folded baseline(Workspace workspace, BaselineRecorded baseline, Context context) {
        if (!context.writer().is(Service.VERIFIER)) {
            return new Folded(
                    workspace,
                    voided("written by %s, expected verifier", context.writer().name()));
        }
        if (!baseline.site().equals(workspace.active())) {
            return new Folded(workspace, voided("taken on %s, but %s is active", baseline.site(), workspace.active()));
        }
        BaselineRecorded last = workspace.baseline();
        if (last != null && !baseline.takenAt().isAfter(last.takenAt())) {
            return new Folded(workspace, voided("there is one of %s already", last.takenAt()));
        }
        return Folded.effective(workspace.withBaseline(baseline));
    }

    private static Folded opened(Workspace workspace, IncidentOpened opened, Context context) {
        return context.strangerTo(Service.DETECTOR)
                .or(() -> refusal(workspace, opened, context))
                .map(why -> new Folded(workspace, why))
                .orElseGet(() -> Folded.effective(open(workspace, opened, context)));
    }

    private static Workspace open(Workspace workspace, IncidentOpened opened, Context context) {
        Incident incident = Incident.opened(opened, workspace.active(), proposer(opened), context.at());
        return Commands.use(workspace, opened.command(), context.at()).opened(Settling.settle(incident, context.at()));
    }

    private static @Nullable Person proposer(IncidentOpened opened) {
        return opened.command() == null
                ? null
                : Commands.read(opened.command())
                        .map(command -> command.subject())
                        .orElse(null);
    }

    private static Optional<Ruling> refusal(Workspace workspace, IncidentOpened opened, Context context) {
        if (context.stops(Guard.OPENING_SEQUENCE, opened.seq() != workspace.lastSeq() + 1)) {
            return Optional.of(voided(
                    "it would be incident %d of the workspace, expected %d", opened.seq(), workspace.lastSeq() + 1));
        }
        if (workspace.find(opened.incident()).isPresent()) {
            return Optional.of(voided("%s is open already", opened.incident()));
        }
        Optional<Incident> holder = workspace.lockHolder();
        if (context.stops(Guard.ONE_RECOVERY, opened.plan().isMoving() && holder.isPresent())) {
            return Optional.of(voided(
                    "%s is still recovering, and its plan moves traffic or data",
                    holder.get().id()));
        }
        if (opened.automatic() && opened.plan().isMovingTrafficByItself()) {
            return automaticRefusal(workspace, context);
        }
        return Commands.replay(workspace, opened.command(), context.guards());
    }

    private static Optional<Ruling> automaticRefusal(Workspace workspace, Context context) {
        if (context.stops(Guard.COOL_DOWN, workspace.isCoolingDown(context.at()))) {
            return Optional.of(voided("cooling down until %s, and nobody has acknowledged", workspace.coolDownUntil()));
        }
        Optional<String> stopped = workspace.stopped(context.at(), true);
        return context.stops(Guard.WORKSPACE_HOLD, stopped.isPresent())
                ? stopped.map(Ruling.Voided::new)
                : Optional.empty();
    }
}
