package io.lifeboat.events.plan;

import io.lifeboat.events.id.StepId;
import java.util.Objects;

/** A step waits for another one to have ended in a given way. */
public record Need(StepId step, Outcome outcome) {

    public Need {
        Objects.requireNonNull(step, "need.step");
        outcome = outcome == null ? Outcome.SUCCEEDED : outcome;
    }

    public static Need succeeded(String step) {
        return new Need(new StepId(step), Outcome.SUCCEEDED);
    }

    public static Need failed(String step) {
        return new Need(new StepId(step), Outcome.FAILED);
    }

    public static Need ended(String step) {
        return new Need(new StepId(step), Outcome.ENDED);
    }
}
