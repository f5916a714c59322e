package io.lifeboat.events.fold;

import io.lifeboat.events.id.StepId;
import io.lifeboat.events.plan.Need;
import io.lifeboat.events.plan.Plan;
import io.lifeboat.events.plan.Step;
import io.lifeboat.events.plan.StepBuilder;
import io.lifeboat.events.step.EffectClass;
import io.lifeboat.events.step.StepCatalogue;
import java.util.List;
import java.util.stream.Stream;

/** Small plans for tests. */
final class Plans {
    private Plans() {}

    static StepBuilder assess() {
        return Step.of("assess", StepCatalogue.ASSESS_STANDBY).argument("site", "green");
    }

    static StepBuilder fence() {
        return Step.of("fence", StepCatalogue.FENCE_SITE).argument("site", "blue");
    }

    static StepBuilder move() {
        return move("move", "green");
    }

    static StepBuilder move(String id, String site) {
        return Step.of(id, StepCatalogue.SWITCH_TRAFFIC)
                .effect(EffectClass.CAS)
                .argument("site", site)
                .argument("switch", "edge")
                .argument("value", site + ":6333");
    }

    static StepBuilder cutOver() {
        return Step.of("cut", StepCatalogue.CUT_OVER).argument("site", "blue");
    }

    static StepBuilder verify() {
        return Step.of("verify", StepCatalogue.VERIFY_FAILOVER).argument("site", "green");
    }

    static StepBuilder tell() {
        return Step.of("tell", StepCatalogue.NOTIFY).argument("phase", "first").mayRunTwice();
    }

    static Plan of(StepBuilder... steps) {
        return new Plan(Stream.of(steps).map(StepBuilder::build).toList(), List.of());
    }

    static Plan recoveredWhen(String step, StepBuilder... steps) {
        return new Plan(Stream.of(steps).map(StepBuilder::build).toList(), List.of(new StepId(step)));
    }

    /** Assess, switch, verify; recovered once verified. */
    static Plan failover() {
        return recoveredWhen(
                "verify", assess(), move().needs(Need.succeeded("assess")), verify().needs(Need.succeeded("move")));
    }
}
