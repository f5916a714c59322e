package io.lifeboat.failover;

import io.lifeboat.events.plan.Need;
import io.lifeboat.events.plan.Step;
import io.lifeboat.events.plan.StepBuilder;
import io.lifeboat.events.step.EffectClass;
import io.lifeboat.events.step.StepCatalogue;

/** Steps of plans, as the tests need them. */
public final class PlannedSteps {
    private PlannedSteps() {}

    public static Step assess(String site) {
        return Step.of("assess", StepCatalogue.ASSESS_STANDBY)
                .argument("site", site)
                .argument("maxLag", "PT5M")
                .build();
    }

    public static StepBuilder move(EffectClass effect, String kind, String site, String value) {
        return Step.of("move", StepCatalogue.SWITCH_TRAFFIC)
                .effect(effect)
                .argument("site", site)
                .argument("switch", kind)
                .argument("value", value);
    }

    public static Step moveToGreen() {
        return move(EffectClass.CAS, "edge", "green", "127.0.0.1:6343")
                .needs(Need.ended("assess"))
                .build();
    }

    public static Step fence(String site) {
        return Step.of("fence", StepCatalogue.FENCE_SITE).argument("site", site).build();
    }
}
