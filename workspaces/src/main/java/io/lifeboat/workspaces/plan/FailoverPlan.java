package io.lifeboat.workspaces.plan;

import io.lifeboat.events.id.StepId;
import io.lifeboat.events.incident.Scenario;
import io.lifeboat.events.plan.Need;
import io.lifeboat.events.plan.OnFailure;
import io.lifeboat.events.plan.Plan;
import io.lifeboat.events.plan.Step;
import io.lifeboat.events.plan.StepBuilder;
import io.lifeboat.events.step.StepCatalogue;
import io.lifeboat.workspaces.config.Site;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Assess the standby, fence the old site, switch, verify through the public name, report. The old site is fenced only once
 * the standby is known to be fit: fenced before, an unfit standby would leave nobody serving. Where people must approve the
 * switch, they approve the fence too: it takes away what may still serve.
 */
final class FailoverPlan {
    private static final String ASSESS = "assess-standby";
    private static final String FENCE = "fence-old";
    private static final String SWITCH = "switch-traffic";
    private static final String VERIFY = "verify-failover";
    private static final String REPORT = "report";
    private static final Duration CLAIM_WITHIN = Duration.ofSeconds(15);

    private final WorkspaceConfig workspace;
    private final Site active;
    private final Site standby;
    private final int approvers;

    private FailoverPlan(WorkspaceConfig workspace, Scenario scenario, Site active, Site standby) {
        this.workspace = workspace;
        this.active = active;
        this.standby = standby;
        this.approvers = Approvers.ofSwitch(workspace, scenario);
    }

    static Plan of(WorkspaceConfig workspace, Scenario scenario, Site active, Site standby) {
        return new FailoverPlan(workspace, scenario, active, standby).plan();
    }

    private Plan plan() {
        List<Step> steps = new ArrayList<>(List.of(Notices.first(), assess(), fence(), switchTraffic(), verify()));
        steps.add(Notices.escalate(
                "escalate-unfit",
                "standby %s is unfit: traffic stays on %s".formatted(standby.id(), active.id()),
                Need.failed(ASSESS)));
        if (isFenceRequired()) {
            steps.add(Notices.escalate(
                    "escalate-unfenced",
                    "%s could not be fenced, which is required: traffic stays there".formatted(active.id()),
                    Need.failed(FENCE)));
        }
        steps.add(Notices.escalate(
                "escalate-switch",
                "the switch from %s to %s failed".formatted(active.id(), standby.id()),
                Need.failed(SWITCH)));
        steps.add(Notices.escalate(
                "escalate-verify", "%s did not pass verification".formatted(standby.id()), Need.failed(VERIFY)));
        steps.add(report());
        steps.add(Notices.last(REPORT));
        return new Plan(steps, List.of(new StepId(VERIFY)));
    }

    private Step assess() {
        return Step.of(ASSESS, StepCatalogue.ASSESS_STANDBY)
                .argument("site", standby.id().value())
                .argument("maxLag", workspace.policies().maxLag().toString())
                .timeout(Duration.ofSeconds(10))
                .claimWithin(CLAIM_WITHIN)
                .retry(1, Duration.ofMillis(500))
                .onFailure(OnFailure.BRANCH)
                .build();
    }

    /** To fence twice is to fence: so a successor may do it again without proof that the first attempt ended. */
    private Step fence() {
        StepBuilder step = Step.of(FENCE, StepCatalogue.FENCE_SITE)
                .argument("site", active.id().value())
                .needs(Need.succeeded(ASSESS))
                .approvedBy(approvers)
                .timeout(Duration.ofSeconds(5))
                .claimWithin(CLAIM_WITHIN)
                .onFailure(isFenceRequired() ? OnFailure.BRANCH : OnFailure.CONTINUE)
                .mayRunTwice();
        return active.fence() == null
                ? step.build()
                : step.argument("fence", active.fence().type()).build();
    }

    private Step switchTraffic() {
        return Step.of(SWITCH, StepCatalogue.SWITCH_TRAFFIC)
                .effect(workspace.traffic().effect())
                .argument("site", standby.id().value())
                .argument("switch", workspace.traffic().type())
                .argument("value", standby.value())
                .needs(Need.succeeded(ASSESS), isFenceRequired() ? Need.succeeded(FENCE) : Need.ended(FENCE))
                .approvedBy(approvers)
                .timeout(Duration.ofSeconds(10))
                .claimWithin(CLAIM_WITHIN)
                .retry(2, Duration.ofMillis(500))
                .onFailure(OnFailure.BRANCH)
                .build();
    }

    private Step verify() {
        return Step.of(VERIFY, StepCatalogue.VERIFY_FAILOVER)
                .argument("site", standby.id().value())
                .needs(Need.succeeded(SWITCH))
                .timeout(VerifyTime.of(workspace.verification()))
                .claimWithin(CLAIM_WITHIN)
                .retry(2, Duration.ofSeconds(1))
                .onFailure(OnFailure.BRANCH)
                .build();
    }

    private static Step report() {
        return Step.of(REPORT, StepCatalogue.REPORT)
                .needs(Need.ended(VERIFY))
                .timeout(Duration.ofSeconds(30))
                .retry(3, Duration.ofSeconds(1))
                .onFailure(OnFailure.CONTINUE)
                .evenIfAborted()
                .build();
    }

    private boolean isFenceRequired() {
        return workspace.policies().fenceRequired();
    }
}
