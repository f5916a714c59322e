package io.lifeboat.benchmarks.saga;

import io.lifeboat.events.id.StepType;
import io.lifeboat.saga.step.StepAction;
import io.lifeboat.saga.step.StepContext;
import io.lifeboat.saga.step.StepOutcome;

/** An action without an effect: what remains is the saga's own time. */
record NoOp(StepType type) implements StepAction {
    @Override
    public StepOutcome run(StepContext context) {
        return StepOutcome.done("there was nothing to do");
    }
}
