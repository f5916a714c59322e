package io.lifeboat.events.fold;

import io.lifeboat.events.plan.Plan;
import io.lifeboat.events.plan.Step;
import io.lifeboat.events.serde.Json;
import java.util.Map;

/** Names exactly what a person approves: the plan, the step in it and its arguments. */
public final class StepHash {
    private StepHash() {}

    /** Lower-case hexadecimal SHA-256 of the canonical JSON. */
    public static String of(Plan plan, Step step) {
        return Json.sha256(Json.bytes(Map.of("plan", plan, "step", step.id(), "arguments", step.arguments())));
    }
}
