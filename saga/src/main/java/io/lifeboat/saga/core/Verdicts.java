package io.lifeboat.saga.core;

import io.lifeboat.events.incident.StepClaimed;
import io.lifeboat.events.incident.StepEnded;
import io.lifeboat.events.incident.StepEnded.Verdict;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.saga.step.StepOutcome;

/** What an outcome says in the log. */
final class Verdicts {
    private Verdicts() {}

    static StepEnded of(StepClaimed claim, StepOutcome outcome) {
        return switch (outcome) {
            case StepOutcome.Done done -> event(claim, Verdict.SUCCEEDED, false, done.output(), done.why());
            case StepOutcome.Failed failed -> event(claim, Verdict.FAILED, false, failed.output(), failed.why());
            case StepOutcome.Retry retry -> event(claim, Verdict.RETRY, false, Arguments.none(), retry.why());
            case StepOutcome.Conflict conflict ->
                event(claim, Verdict.CONFLICT, false, Arguments.none(), conflict.why());
            case StepOutcome.NotStarted held -> event(claim, Verdict.CONFLICT, false, Arguments.none(), held.why());
            case StepOutcome.Unsealed open -> event(claim, Verdict.FAILED, true, Arguments.none(), open.why());
        };
    }

    private static StepEnded event(StepClaimed claim, Verdict verdict, boolean unsealed, Arguments output, String why) {
        return new StepEnded(
                claim.workspace(), claim.incident(), claim.step(), claim.claim(), verdict, unsealed, output, why);
    }
}
