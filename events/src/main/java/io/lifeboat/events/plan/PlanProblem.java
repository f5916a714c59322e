package io.lifeboat.events.plan;

/**
 * What is wrong with a plan, and where.
 *
 * @param step index of the step in the plan; -1 where it is not one step's
 * @param field of the step or of the plan
 * @param found what stands there, in words
 * @param expected what should stand there
 */
public record PlanProblem(int step, String field, String found, String expected) {

    @Override
    public String toString() {
        return found + ", expected " + expected;
    }
}
