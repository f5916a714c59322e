package io.lifeboat.notifier.action;

import io.lifeboat.events.id.StepType;
import io.lifeboat.events.step.StepCatalogue;
import io.lifeboat.notifier.message.Phase;
import io.lifeboat.saga.step.StepAction;
import io.lifeboat.saga.step.StepContext;
import io.lifeboat.saga.step.StepOutcome;
import jakarta.inject.Singleton;

/** Tells people how things stand: the first notice, an update, the final message. */
@Singleton
public final class Notify implements StepAction {
    private final Notices notices;

    Notify(Notices notices) {
        this.notices = notices;
    }

    @Override
    public StepType type() {
        return StepCatalogue.NOTIFY;
    }

    @Override
    public StepOutcome run(StepContext context) throws InterruptedException {
        Phase phase;
        try {
            phase = Phase.parse(context.arguments().required("phase"));
        } catch (IllegalArgumentException e) {
            return StepOutcome.failed(String.valueOf(e.getMessage()));
        }
        return notices.send(context, phase, "");
    }
}
