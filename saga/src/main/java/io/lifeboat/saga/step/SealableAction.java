package io.lifeboat.saga.step;

/** An action whose request might land after its step has ended, unless it is sealed first. */
public interface SealableAction extends StepAction {

    /**
     * Makes sure that no request of this claim can land any more, and says what was found: done if it had landed before,
     * failed if it never will, {@link StepOutcome.Unsealed} if the target could not be reached.
     */
    StepOutcome seal(StepContext context) throws Exception;
}
