package io.lifeboat.saga.step;

import io.lifeboat.events.id.StepType;

/**
 * The only place with side effects: one file a step type. It runs on a thread of its own and may block; it is interrupted
 * when its time is over. Thread-safe: several claims may run at once.
 */
public interface StepAction {

    StepType type();

    /**
     * Acts with the claim's own arguments, reads the effect back, and says how it went. An expected failure is a value.
     *
     * @throws Exception for what was not expected: it counts as a failed try, with the exception as the reason
     */
    StepOutcome run(StepContext context) throws Exception;
}
