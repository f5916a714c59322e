package io.lifeboat.events.fold;

import static io.lifeboat.events.fold.Ruling.voided;

import io.lifeboat.events.id.Service;
import io.lifeboat.events.incident.ApprovalGiven;
import io.lifeboat.events.plan.Step;
import java.util.Optional;

/** Approvals and rejections: they count for exactly what the person saw, while it is still so. */
final class ApprovalFold {
    private ApprovalFold() {}

    static Folded given(Workspace workspace, ApprovalGiven event, Context context) {
        Optional<Incident> incident = workspace.find(event.incident());
        Optional<Step> step = incident.flatMap(found -> found.plan().find(event.step()));
        if (incident.isEmpty() || step.isEmpty()) {
            return new Folded(workspace, voided("no open incident %s has a step '%s'", event.incident(), event.step()));
        }
        return refusal(workspace, incident.get(), step.get(), event, context)
                .map(why -> new Folded(workspace, why))
                .orElseGet(() -> Folded.effective(approve(workspace, incident.get(), step.get(), event, context)));
    }

    private static Optional<Ruling> refusal(
            Workspace workspace, Incident incident, Step step, ApprovalGiven event, Context context) {
        StepStatus status = incident.status(step.id());
        if (!context.writer().is(Service.DETECTOR)) {
            return Optional.of(
                    voided("written by %s, expected detector", context.writer().name()));
        }
        if (!event.hash().equals(StepHash.of(incident, step))) {
            return Optional.of(voided("what %s saw of the step has changed since", event.person()));
        }
        if (context.at().isAfter(event.expires())) {
            return Optional.of(voided("it expired at %s", event.expires()));
        }
        if (status.state().isEnded()) {
            return Optional.of(voided("the step has ended"));
        }
        if (!event.approved() && status.currentClaim() != null) {
            return Optional.of(voided("it is under way: only skip or abort stops it"));
        }
        if (event.approved() && hasApproved(status, event)) {
            return Optional.of(voided("%s has approved already", event.person()));
        }
        if (event.approved() && step.approval().persons() > 1 && event.person().equals(incident.proposer())) {
            return Optional.of(
                    voided("%s opened the incident: under the two-person rule somebody else approves", event.person()));
        }
        return Commands.replay(workspace, event.command(), context.guards());
    }

    /** A step that is claimed is approved once more, to run again: by whom it was approved at first does not matter. */
    private static boolean hasApproved(StepStatus status, ApprovalGiven event) {
        return status.currentClaim() == null
                ? status.approvals().contains(event.person())
                : status.rerunAllowed() == status.attempt();
    }

    private static Workspace approve(
            Workspace workspace, Incident incident, Step step, ApprovalGiven event, Context context) {
        StepStatus status = incident.status(step.id());
        StepStatus next = event.approved() ? approved(step, status, event, context) : rejected(status, event, context);
        Incident settled = Settling.settle(incident.with(step.id(), next), context.at());
        return Commands.use(workspace, event.command(), context.at()).with(settled);
    }

    private static StepStatus approved(Step step, StepStatus status, ApprovalGiven event, Context context) {
        StepStatus counted = status.approvedBy(event.person());
        boolean enough = counted.approvals().size() >= step.approval().persons();
        return switch (status.state()) {
            case StepState.AwaitingApproval a ->
                enough ? counted.in(new StepState.Ready(context.at(), context.at())) : counted;
            case StepState.Claimed c -> status.allowRerun();
            case StepState.Pending p -> counted;
            case StepState.Ready r -> counted;
            case StepState.Succeeded s -> counted;
            case StepState.Failed f -> counted;
            case StepState.Skipped s -> counted;
        };
    }

    private static StepStatus rejected(StepStatus status, ApprovalGiven event, Context context) {
        return status.in(new StepState.Skipped("rejected by " + event.person(), context.at()));
    }
}
