package io.lifeboat.notifier.action;

import io.lifeboat.events.id.StepType;
import io.lifeboat.events.step.StepCatalogue;
import io.lifeboat.notifier.message.Phase;
import io.lifeboat.saga.step.StepAction;
import io.lifeboat.saga.step.StepContext;
import io.lifeboat.saga.step.StepOutcome;
import jakarta.inject.Singleton;

/** Tells people that one of them is needed, and why. */
@Singleton
public final class Escalate implements StepAction {
    private final Notices notices;

    Escalate(Notices notices) {
        this.notices = notices;
    }

    @Override
    public StepType type() {
        return StepCatalogue.ESCALATE;
    }

    @Override
    public StepOutcome run(StepContext context) throws InterruptedException {
        return notices.send(context, Phase.ESCALATION, context.arguments().required("reason"));
    }
}
