package io.lifeboat.events.fold;

import io.lifeboat.events.plan.Plan;
import io.lifeboat.events.plan.Step;
import io.lifeboat.events.serde.Json;
import java.util.Map;

/** Names exactly what a person approves: the plan, the step in it and its arguments. */
public final class StepHash {
    private StepHash() {}

    /**
     * What a person approves now: the step of its plan, or, once it is claimed, that exactly this attempt of it may run once
     * more. So an approval that comes late never lets a step run twice.
     *
     * @throws IllegalArgumentException if the incident's plan has no such step
     */
    public static String of(Incident incident, Step step) {
        StepStatus status = incident.status(step.id());
        return status.currentClaim() == null
                ? of(incident.plan(), step)
                : Json.sha256(Json.bytes(Map.of(
                        "plan", incident.plan(),
                        "step", step.id(),
                        "arguments", step.arguments(),
                        "again", status.attempt())));
    }

    /** Lower-case hexadecimal SHA-256 of the canonical JSON. */
    public static String of(Plan plan, Step step) {
        return Json.sha256(Json.bytes(Map.of("plan", plan, "step", step.id(), "arguments", step.arguments())));
    }
}
