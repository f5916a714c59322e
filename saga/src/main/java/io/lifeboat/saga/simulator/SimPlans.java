package io.lifeboat.saga.simulator;

import io.lifeboat.events.id.StepId;
import io.lifeboat.events.plan.Need;
import io.lifeboat.events.plan.OnFailure;
import io.lifeboat.events.plan.Plan;
import io.lifeboat.events.plan.Step;
import io.lifeboat.events.step.EffectClass;
import io.lifeboat.events.step.StepCatalogue;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Plans of the shapes that services use, with the odds and ends that make trouble. */
final class SimPlans {
    private SimPlans() {}

    static Plan failover(String from, String to, boolean approved, Random random) {
        OnFailure verifyFails = random.nextBoolean() ? OnFailure.COMPENSATE : OnFailure.ESCALATE;
        return new Plan(
                List.of(
                        Step.of("assess", StepCatalogue.ASSESS_STANDBY)
                                .argument("site", to)
                                .retry(2, Duration.ofMillis(20))
                                .timeout(Duration.ofSeconds(2))
                                .build(),
                        Step.of("fence", StepCatalogue.EXEC)
                                .argument("command", List.of("fence", from))
                                .onFailure(OnFailure.CONTINUE)
                                .timeout(Duration.ofSeconds(2))
                                .build(),
                        move("switch", to)
                                .needs(Need.succeeded("assess"), Need.ended("fence"))
                                .approvedBy(approved ? 1 : 0)
                                .retry(random.nextInt(3), Duration.ofMillis(10))
                                .build(),
                        Step.of("verify", StepCatalogue.VERIFY_FAILOVER)
                                .argument("site", to)
                                .needs(Need.succeeded("switch"))
                                .timeout(Duration.ofSeconds(2))
                                .retry(1, Duration.ZERO)
                                .onFailure(verifyFails)
                                .build(),
                        move("back", from).compensates("switch").build(),
                        Step.of("report", StepCatalogue.REPORT)
                                .needs(Need.ended("verify"))
                                .timeout(Duration.ofSeconds(2))
                                .retry(5, Duration.ZERO)
                                .evenIfAborted()
                                .build()),
                List.of(new StepId("verify")));
    }

    private static io.lifeboat.events.plan.StepBuilder move(String id, String to) {
        return Step.of(id, StepCatalogue.SWITCH_TRAFFIC)
                .effect(EffectClass.CAS)
                .argument("site", to)
                .argument("switch", "simulated")
                .argument("value", to)
                .timeout(Duration.ofSeconds(1));
    }

    static Plan minor(boolean approved) {
        return new Plan(
                List.of(
                        Step.of("mend", StepCatalogue.EXEC)
                                .argument("command", List.of("mend"))
                                .approvedBy(approved ? 1 : 0)
                                .timeout(Duration.ofSeconds(2))
                                .onFailure(OnFailure.CONTINUE)
                                .build(),
                        Step.of("report", StepCatalogue.REPORT)
                                .needs(Need.ended("mend"))
                                .timeout(Duration.ofSeconds(2))
                                .retry(5, Duration.ZERO)
                                .build()),
                List.of(new StepId("report")));
    }
}
