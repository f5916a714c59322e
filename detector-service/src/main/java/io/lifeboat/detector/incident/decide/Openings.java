package io.lifeboat.detector.incident.decide;

import io.lifeboat.detector.incident.scenario.Finding;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.plan.Approval;
import io.lifeboat.events.plan.Plan;
import io.lifeboat.events.plan.Step;
import io.lifeboat.events.step.StepCatalogue;
import java.util.List;
import java.util.Set;

/** With which plan an incident opens. Pure. */
final class Openings {
    private static final StepId STANDBY = new StepId("standby-unfit");
    private static final StepId BRAKE = new StepId("brake-asks");

    private Openings() {}

    /** Problems of a standby move nothing: people are told, and that is all. */
    static Plan plan(Finding finding, Set<SiteId> unfit, Playbook playbook) {
        return finding.standby()
                ? new Plan(
                        List.of(
                                Notices.first(),
                                Notices.escalate(
                                        STANDBY,
                                        "nothing could take over if the active site failed now: " + finding.why())),
                        List.of())
                : playbook.plan(finding.scenario(), finding.site(), unfit);
    }

    /** The plan with traffic in a person's hands: what the brake makes of it. */
    static Plan braked(Plan plan) {
        List<Step> steps = plan.steps().stream().map(Openings::approved).toList();
        Plan gated = new Plan(steps, plan.recoveredWhen());
        boolean fits = gated.find(BRAKE).isEmpty();
        return fits
                ? Notices.with(
                        gated,
                        Notices.escalate(
                                BRAKE,
                                "the brake stopped this failover, since too many workspaces fail at once: "
                                        + "approve switch-traffic if it is to happen all the same"))
                : gated;
    }

    /** With the switch the fence: it takes away what may still serve. */
    private static Step approved(Step step) {
        boolean gated = step.movesTraffic() || step.type().equals(StepCatalogue.FENCE_SITE);
        boolean byItself = gated && !step.approval().needed();
        return byItself
                ? new Step(
                        step.id(),
                        step.type(),
                        step.effect(),
                        step.arguments(),
                        step.needs(),
                        new Approval(1),
                        step.timeout(),
                        step.claimWithin(),
                        step.retry(),
                        step.onFailure(),
                        step.compensates(),
                        step.mayRunTwice(),
                        step.evenIfAborted())
                : step;
    }
}
