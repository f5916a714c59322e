package io.lifeboat.detector.incident.decide;

import io.lifeboat.events.command.CommandEnvelope;
import io.lifeboat.events.command.SignedCommand;
import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.incident.IncidentAborted;
import io.lifeboat.events.incident.IncidentAcknowledged;
import io.lifeboat.events.incident.IncidentAdvanced;
import io.lifeboat.events.incident.Stage;
import io.lifeboat.events.plan.Step;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What each action means, for commands that are genuine, valid and up to date. Pure. */
final class CommandHandler {
    private final OpenCommand open;
    private final StepCommands steps = new StepCommands();
    private final HoldCommands holds = new HoldCommands();

    CommandHandler(OpenCommand open) {
        this.open = open;
    }

    Reply handle(SignedCommand command, CommandEnvelope envelope, Situation situation) {
        return switch (envelope.action()) {
            case OPEN -> open.handle(command, envelope, situation);
            case APPROVE ->
                onStep(envelope, situation, (i, s) -> steps.decide(command, envelope, situation, i, s, true));
            case REJECT ->
                onStep(envelope, situation, (i, s) -> steps.decide(command, envelope, situation, i, s, false));
            case SKIP -> onStep(envelope, situation, (i, s) -> steps.skip(command, envelope, situation, i, s));
            case ABORT -> onIncident(envelope, situation, incident -> abort(command, envelope, situation, incident));
            case ACKNOWLEDGE ->
                onIncident(envelope, situation, incident -> acknowledge(command, envelope, situation, incident));
            case CLOSE -> onIncident(envelope, situation, incident -> close(command, envelope, situation, incident));
            case HOLD -> holds.hold(command, envelope, situation);
            case RELEASE -> holds.release(command, envelope, situation);
            case MAINTENANCE -> holds.maintenance(command, envelope, situation);
        };
    }

    private static Reply onIncident(CommandEnvelope envelope, Situation situation, Function<Incident, Reply> then) {
        if (envelope.incident() == null) {
            return Reply.refuse("it names no incident");
        }
        Optional<Incident> incident = situation.workspace().find(envelope.incident());
        return incident.map(then)
                .orElseGet(() -> Reply.refuse(
                        "%s is not open in %s",
                        envelope.incident(), situation.workspace().id()));
    }

    private static Reply onStep(CommandEnvelope envelope, Situation situation, BiFunction<Incident, Step, Reply> then) {
        return onIncident(envelope, situation, incident -> {
            String name = envelope.arguments().text("step").orElse("");
            Optional<Step> step = incident.plan().steps().stream()
                    .filter(one -> one.id().value().equals(name))
                    .findFirst();
            return step.map(one -> then.apply(incident, one))
                    .orElseGet(() -> Reply.refuse("%s has no step '%s'", incident.id(), name));
        });
    }

    private static Reply abort(
            SignedCommand command, CommandEnvelope envelope, Situation situation, Incident incident) {
        if (!incident.stage().holdsLock()) {
            return Reply.refuse("%s is %s: nothing of it can be aborted", incident.id(), incident.stage());
        }
        boolean undo = Boolean.TRUE.equals(envelope.arguments().values().get("undo"));
        Workspace workspace = situation.workspace();
        String why =
                sentence(envelope, "aborts %s%s".formatted(incident.id(), undo ? " and undoes what was done" : ""));
        return new Reply.Obey(
                new IncidentAborted(workspace.id(), incident.id(), undo, workspace.version(), why, command), why);
    }

    private static Reply acknowledge(
            SignedCommand command, CommandEnvelope envelope, Situation situation, Incident incident) {
        Workspace workspace = situation.workspace();
        String why = sentence(envelope, "acknowledges %s".formatted(incident.id()));
        return new Reply.Obey(
                new IncidentAcknowledged(
                        workspace.id(), incident.id(), envelope.subject(), workspace.version(), why, command),
                why);
    }

    private static Reply close(
            SignedCommand command, CommandEnvelope envelope, Situation situation, Incident incident) {
        if (incident.stage() == Stage.RECOVERING) {
            return Reply.refuse("%s is being recovered: abort it first", incident.id());
        }
        if (incident.isUnsettled()) {
            return Reply.refuse("something of %s may still land: it stays open until that has ended", incident.id());
        }
        Workspace workspace = situation.workspace();
        String why = sentence(envelope, "closes %s".formatted(incident.id()));
        return new Reply.Obey(
                new IncidentAdvanced(workspace.id(), incident.id(), Stage.CLOSED, workspace.version(), why, command),
                why);
    }

    /** Who does what, with the reason that the person gave. */
    static String sentence(CommandEnvelope envelope, String what) {
        String reason =
                envelope.arguments().text("reason").map(text -> ": " + text).orElse("");
        return "%s %s%s".formatted(envelope.subject(), what, reason);
    }
}
