package io.lifeboat.notifier.message;

import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.fold.StepState;
import io.lifeboat.events.plan.Step;
import io.lifeboat.events.step.StepCatalogue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What of a recovery has changed since people were last told, and what runs now. Pure. */
final class Progress {
    private Progress() {}

    /** Steps that ended after the last notice that went out. */
    static List<String> sinceLastNotice(Incident incident) {
        Instant last = incident.plan().steps().stream()
                .filter(Progress::isNotice)
                .flatMap(step -> endedAt(incident.status(step.id()).state()).stream())
                .max(Instant::compareTo)
                .orElse(incident.openedAt());
        return incident.plan().steps().stream()
                .filter(step -> !isNotice(step))
                .filter(step -> endedAt(incident.status(step.id()).state())
                        .filter(at -> !at.isBefore(last))
                        .isPresent())
                .map(step -> "%s %s"
                        .formatted(step.id(), verdict(incident.status(step.id()).state())))
                .toList();
    }

    static List<String> running(Incident incident) {
        return incident.stepsIn(StepState.Claimed.class)
                .filter(step -> !isNotice(step))
                .map(step -> step.id().value())
                .toList();
    }

    static List<String> awaitingApproval(Incident incident) {
        return incident.stepsIn(StepState.AwaitingApproval.class)
                .map(step -> step.id().value())
                .toList();
    }

    /** Why steps failed, for operators. */
    static List<String> failures(Incident incident) {
        return incident.plan().steps().stream()
                .filter(step -> incident.status(step.id()).state() instanceof StepState.Failed)
                .map(step -> "%s %s"
                        .formatted(step.id(), verdict(incident.status(step.id()).state())))
                .toList();
    }

    private static boolean isNotice(Step step) {
        return step.type().equals(StepCatalogue.NOTIFY) || step.type().equals(StepCatalogue.ESCALATE);
    }

    private static String verdict(StepState state) {
        return switch (state) {
            case StepState.Pending p -> "is pending";
            case StepState.AwaitingApproval a -> "awaits approval";
            case StepState.Ready r -> "is ready";
            case StepState.Claimed c -> "is running";
            case StepState.Succeeded s -> "succeeded";
            case StepState.Failed f -> "failed: " + f.why();
            case StepState.Skipped s -> "was skipped: " + s.why();
        };
    }

    private static Optional<Instant> endedAt(StepState state) {
        return switch (state) {
            case StepState.Pending p -> Optional.empty();
            case StepState.AwaitingApproval a -> Optional.empty();
            case StepState.Ready r -> Optional.empty();
            case StepState.Claimed c -> Optional.empty();
            case StepState.Succeeded s -> Optional.of(s.at());
            case StepState.Failed f -> Optional.of(f.at());
            case StepState.Skipped s -> Optional.of(s.at());
        };
    }
}
