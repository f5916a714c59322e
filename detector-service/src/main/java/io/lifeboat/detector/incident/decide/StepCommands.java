package io.lifeboat.detector.incident.decide;

import io.lifeboat.events.command.CommandEnvelope;
import io.lifeboat.events.command.SignedCommand;
import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.fold.StepHash;
import io.lifeboat.events.fold.StepState;
import io.lifeboat.events.fold.StepStatus;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.incident.ApprovalGiven;
import io.lifeboat.events.incident.StepSkipped;
import io.lifeboat.events.plan.Step;
import java.util.Optional;

/** Approve, reject and skip. The rules of the fold are asked before, so that a person is told why something did not count. */
final class StepCommands {

    Reply decide(
            SignedCommand command,
            CommandEnvelope envelope,
            Situation situation,
            Incident incident,
            Step step,
            boolean approved) {
        String hash = envelope.arguments().text("hash").orElse("");
        Optional<String> refusal = refusal(envelope, incident, step, hash, approved);
        if (refusal.isPresent()) {
            return Reply.refuse("%s", refusal.get());
        }
        String why = CommandHandler.sentence(
                envelope, "%s %s of %s".formatted(approved ? "approves" : "rejects", step.id(), incident.id()));
        return new Reply.Obey(
                new ApprovalGiven(
                        situation.workspace().id(),
                        incident.id(),
                        step.id(),
                        envelope.subject(),
                        approved,
                        hash,
                        envelope.expires(),
                        command),
                why);
    }

    private static Optional<String> refusal(
            CommandEnvelope envelope, Incident incident, Step step, String hash, boolean approved) {
        StepStatus status = incident.status(step.id());
        if (!hash.equals(StepHash.of(incident, step))) {
            return Optional.of("what %s saw of %s has changed since".formatted(envelope.subject(), step.id()));
        }
        if (status.state().isEnded()) {
            return Optional.of("%s has ended".formatted(step.id()));
        }
        return approved ? approvalRefusal(envelope, incident, step, status) : rejectionRefusal(step, status);
    }

    private static Optional<String> approvalRefusal(
            CommandEnvelope envelope, Incident incident, Step step, StepStatus status) {
        boolean again = status.currentClaim() != null;
        if (!again && !step.approval().needed()) {
            return Optional.of("%s needs no approval".formatted(step.id()));
        }
        if (!again && status.approvals().contains(envelope.subject())
                || again && status.rerunAllowed() == status.attempt()) {
            return Optional.of("%s has been approved by %s already".formatted(step.id(), envelope.subject()));
        }
        return step.approval().persons() > 1 && envelope.subject().equals(incident.proposer())
                ? Optional.of("%s proposed it: under the two-person rule somebody else approves"
                        .formatted(envelope.subject()))
                : Optional.empty();
    }

    private static Optional<String> rejectionRefusal(Step step, StepStatus status) {
        return status.currentClaim() == null
                ? Optional.empty()
                : Optional.of("%s is under way: only skip or abort stops it".formatted(step.id()));
    }

    Reply skip(SignedCommand command, CommandEnvelope envelope, Situation situation, Incident incident, Step step) {
        StepState state = incident.status(step.id()).state();
        boolean settlesSeal = state instanceof StepState.Failed failed && failed.unsealed();
        if (state.isEnded() && !settlesSeal) {
            return Reply.refuse("%s has ended", step.id());
        }
        Workspace workspace = situation.workspace();
        String why = CommandHandler.sentence(envelope, "skips %s of %s".formatted(step.id(), incident.id()));
        return new Reply.Obey(
                new StepSkipped(workspace.id(), incident.id(), step.id(), workspace.version(), why, command), why);
    }
}
