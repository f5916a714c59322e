package io.lifeboat.benchmarks.log;

import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.plan.Need;
import io.lifeboat.events.plan.OnFailure;
import io.lifeboat.events.plan.Plan;
import io.lifeboat.events.plan.Step;
import io.lifeboat.events.plan.StepBuilder;
import io.lifeboat.events.step.EffectClass;
import io.lifeboat.events.step.StepCatalogue;
import java.time.Duration;
import java.util.List;

/** A plan as large as the default one for a cluster failure: the steps that run, and the escalations that do not. Pure. */
final class FailoverSteps {
    private static final String ASSESS = "assess-standby";
    private static final String FENCE = "fence-old";
    private static final String SWITCH = "switch-traffic";
    private static final String VERIFY = "verify-failover";
    private static final String REPORT = "report";

    private FailoverSteps() {}

    static Plan plan(SiteId from, SiteId to) {
        return new Plan(
                List.of(
                        notice("notify-first", "first").build(),
                        assess(to),
                        fence(from),
                        move(to),
                        verify(to),
                        escalation("escalate-unfit", "standby " + to + " is unfit: traffic stays", ASSESS),
                        escalation("escalate-switch", "the switch to " + to + " failed", SWITCH),
                        escalation("escalate-verify", to + " did not pass verification", VERIFY),
                        report(),
                        notice("notify-final", "final")
                                .needs(Need.ended(REPORT))
                                .build()),
                List.of(new StepId(VERIFY)));
    }

    private static StepBuilder notice(String id, String phase) {
        return Step.of(id, StepCatalogue.NOTIFY)
                .argument("phase", phase)
                .retry(3, Duration.ofSeconds(2))
                .onFailure(OnFailure.CONTINUE)
                .mayRunTwice()
                .evenIfAborted();
    }

    private static Step assess(SiteId to) {
        return Step.of(ASSESS, StepCatalogue.ASSESS_STANDBY)
                .argument("site", to.value())
                .argument("maxLag", "PT5M")
                .timeout(Duration.ofSeconds(10))
                .retry(1, Duration.ofMillis(500))
                .onFailure(OnFailure.BRANCH)
                .build();
    }

    private static Step fence(SiteId from) {
        return Step.of(FENCE, StepCatalogue.FENCE_SITE)
                .argument("site", from.value())
                .argument("fence", "http")
                .needs(Need.succeeded(ASSESS))
                .timeout(Duration.ofSeconds(5))
                .onFailure(OnFailure.CONTINUE)
                .mayRunTwice()
                .build();
    }

    private static Step move(SiteId to) {
        return Step.of(SWITCH, StepCatalogue.SWITCH_TRAFFIC)
                .effect(EffectClass.CAS)
                .argument("site", to.value())
                .argument("switch", "edge")
                .argument("value", "127.0.0.1:6343")
                .needs(Need.succeeded(ASSESS), Need.ended(FENCE))
                .timeout(Duration.ofSeconds(10))
                .retry(2, Duration.ofMillis(500))
                .onFailure(OnFailure.BRANCH)
                .build();
    }

    private static Step verify(SiteId to) {
        return Step.of(VERIFY, StepCatalogue.VERIFY_FAILOVER)
                .argument("site", to.value())
                .needs(Need.succeeded(SWITCH))
                .timeout(Duration.ofSeconds(30))
                .retry(2, Duration.ofSeconds(1))
                .onFailure(OnFailure.BRANCH)
                .build();
    }

    private static Step escalation(String id, String reason, String failed) {
        return Step.of(id, StepCatalogue.ESCALATE)
                .argument("reason", reason)
                .needs(Need.failed(failed))
                .mayRunTwice()
                .build();
    }

    private static Step report() {
        return Step.of(REPORT, StepCatalogue.REPORT)
                .needs(Need.ended(VERIFY))
                .retry(3, Duration.ofSeconds(1))
                .onFailure(OnFailure.CONTINUE)
                .evenIfAborted()
                .build();
    }
}
