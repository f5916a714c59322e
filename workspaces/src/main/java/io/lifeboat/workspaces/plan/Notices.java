package io.lifeboat.workspaces.plan;

import io.lifeboat.events.plan.Need;
import io.lifeboat.events.plan.OnFailure;
import io.lifeboat.events.plan.Step;
import io.lifeboat.events.plan.StepBuilder;
import io.lifeboat.events.step.StepCatalogue;
import java.time.Duration;

/** Steps that tell people. They may run twice, and nothing waits for their success. */
final class Notices {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration BACKOFF = Duration.ofSeconds(2);
    private static final int RETRIES = 5;

    private Notices() {}

    static Step first() {
        return notice("notify-first", "first").build();
    }

    static Step update(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n: expected 1 or more, got " + n);
        }
        return notice("notify-update-" + n, "update").build();
    }

    /** It says how things stand when the report is written, recovered or not. */
    static Step last(String after) {
        return notice("notify-final", "final")
                .needs(Need.ended(after))
                .evenIfAborted()
                .build();
    }

    static Step escalate(String id, String reason, Need... needs) {
        return Step.of(id, StepCatalogue.ESCALATE)
                .argument("reason", reason)
                .needs(needs)
                .timeout(TIMEOUT)
                .retry(RETRIES, BACKOFF)
                .onFailure(OnFailure.CONTINUE)
                .mayRunTwice()
                .build();
    }

    private static StepBuilder notice(String id, String phase) {
        return Step.of(id, StepCatalogue.NOTIFY)
                .argument("phase", phase)
                .timeout(TIMEOUT)
                .retry(RETRIES, BACKOFF)
                .onFailure(OnFailure.CONTINUE)
                .mayRunTwice();
    }
}
