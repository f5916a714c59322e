package io.lifeboat.detector.incident.decide;

import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.plan.OnFailure;
import io.lifeboat.events.plan.Plan;
import io.lifeboat.events.plan.Step;
import io.lifeboat.events.step.StepCatalogue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The notices that the detector adds to plans. They are claimed like all steps, so each is sent once. */
final class Notices {
    private static final int RETRIES = 5;
    private static final Duration BACKOFF = Duration.ofSeconds(10);
    /** Enough for a reason; notices are no place for a whole log. */
    private static final int MOST_CHARS = 500;

    private Notices() {}

    static Step escalate(StepId id, String reason) {
        String text = reason.length() > MOST_CHARS ? reason.substring(0, MOST_CHARS) : reason;
        return Step.of(id.value(), StepCatalogue.ESCALATE)
                .argument("reason", text)
                .mayRunTwice()
                .retry(RETRIES, BACKOFF)
                .onFailure(OnFailure.CONTINUE)
                .build();
    }

    static Step update(StepId id) {
        return Step.of(id.value(), StepCatalogue.NOTIFY)
                .argument("phase", "update")
                .mayRunTwice()
                .retry(RETRIES, BACKOFF)
                .onFailure(OnFailure.CONTINUE)
                .build();
    }

    static Step last(StepId id) {
        return Step.of(id.value(), StepCatalogue.NOTIFY)
                .argument("phase", "final")
                .mayRunTwice()
                .retry(RETRIES, BACKOFF)
                .onFailure(OnFailure.CONTINUE)
                .build();
    }

    static Step first() {
        return Step.of("notify-first", StepCatalogue.NOTIFY)
                .argument("phase", "first")
                .mayRunTwice()
                .retry(RETRIES, BACKOFF)
                .onFailure(OnFailure.CONTINUE)
                .build();
    }

    static Plan with(Plan plan, Step... more) {
        List<Step> steps = new ArrayList<>(plan.steps());
        steps.addAll(List.of(more));
        return new Plan(steps, plan.recoveredWhen());
    }

    /** The plan without notices of that kind that have been sent, so that it does not grow for as long as an incident lasts. */
    static Plan without(Incident incident, String prefix) {
        List<Step> kept = incident.plan().steps().stream()
                .filter(step -> !step.id().value().startsWith(prefix)
                        || !Trouble.isNotice(step)
                        || !incident.status(step.id()).state().isEnded()
                        || isNeeded(incident.plan(), step))
                .toList();
        return kept.isEmpty() ? incident.plan() : new Plan(kept, incident.plan().recoveredWhen());
    }

    private static boolean isNeeded(Plan plan, Step step) {
        return plan.recoveredWhen().contains(step.id())
                || plan.steps().stream()
                        .flatMap(other -> other.needs().stream())
                        .anyMatch(need -> need.step().equals(step.id()));
    }
}
