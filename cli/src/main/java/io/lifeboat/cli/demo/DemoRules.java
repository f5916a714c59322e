package io.lifeboat.cli.demo;

import io.lifeboat.cli.lab.LabProcess;
import io.lifeboat.cli.lab.LabShape;
import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.SiteId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How a demonstration gets from stage to stage: by what it sees, and by nothing that it does but inject the fault. Pure. */
final class DemoRules {
    private final DemoLimits limits;
    private final Diagnosis diagnosis;

    DemoRules(DemoLimits limits, Diagnosis diagnosis) {
        this.limits = limits;
        this.diagnosis = diagnosis;
    }

    DemoStage next(DemoStage stage, Observation seen) {
        return switch (stage) {
            case DemoStage.Starting starting -> starting(starting, seen);
            case DemoStage.Settling settling -> settling(settling, seen);
            case DemoStage.Healthy healthy -> healthy(healthy, seen);
            case DemoStage.Due due -> due; // the fault is injected by whoever asked
            case DemoStage.Unnoticed unnoticed -> unnoticed(unnoticed, seen);
            case DemoStage.Recovering recovering -> recovering(recovering, seen);
            case DemoStage.Concluding concluding -> concluding(concluding, seen);
            case DemoStage.Succeeded succeeded -> succeeded;
            case DemoStage.Failed failed -> failed;
        };
    }

    private DemoStage starting(DemoStage.Starting stage, Observation seen) {
        boolean ready = !seen.processes().isEmpty() && seen.processes().stream().allMatch(LabProcess::isReady);
        if (ready) {
            return new DemoStage.Settling(seen.at(), "the first beats");
        }
        List<String> hopeless = diagnosis.keepDying(seen);
        if (!hopeless.isEmpty()) {
            return new DemoStage.Failed(hopeless);
        }
        return isPast(stage.since(), limits.start(), seen) ? new DemoStage.Failed(diagnosis.notReady(seen)) : stage;
    }

    private DemoStage settling(DemoStage.Settling stage, Observation seen) {
        Optional<String> missing = Health.missing(seen);
        Optional<SiteId> active = workspace(seen).map(Workspace::active);
        if (missing.isEmpty() && active.isPresent()) {
            return new DemoStage.Healthy(seen.at(), active.get());
        }
        return isPast(stage.since(), limits.settle(), seen)
                ? new DemoStage.Failed(diagnosis.unsettled(seen, missing.orElse("the log")))
                : new DemoStage.Settling(stage.since(), missing.orElse("the log"));
    }

    private DemoStage healthy(DemoStage.Healthy stage, Observation seen) {
        return workspace(seen)
                .filter(workspace -> isPast(stage.since(), limits.look(), seen))
                .<DemoStage>map(workspace -> new DemoStage.Due(stage.active(), workspace.lastSeq()))
                .orElse(stage);
    }

    private DemoStage unnoticed(DemoStage.Unnoticed stage, Observation seen) {
        Optional<Incident> opened = incidents(seen)
                .filter(incident ->
                        incident.seq() > stage.seq() && incident.plan().isMoving())
                .findFirst();
        if (opened.isPresent()) {
            return new DemoStage.Recovering(
                    stage.faultAt(), stage.lost(), opened.get().id());
        }
        return isPast(stage.faultAt(), limits.notice(), seen) ? new DemoStage.Failed(diagnosis.unnoticed(seen)) : stage;
    }

    private DemoStage recovering(DemoStage.Recovering stage, Observation seen) {
        return incident(seen, stage.incident())
                .map(incident -> recovering(stage, seen, incident))
                .orElse(stage); // the log is being read again
    }

    private DemoStage recovering(DemoStage.Recovering stage, Observation seen, Incident incident) {
        return switch (incident.stage()) {
            case RECOVERED, WATCHING, CLOSED -> new DemoStage.Concluding(stage.faultAt(), stage.incident(), seen.at());
            case NEEDS_PERSON, ABORTED -> new DemoStage.Failed(diagnosis.stuck(seen, incident));
            case RECOVERING ->
                isPast(stage.faultAt(), limits.recover(), seen)
                        ? new DemoStage.Failed(diagnosis.stuck(seen, incident))
                        : stage;
        };
    }

    private DemoStage concluding(DemoStage.Concluding stage, Observation seen) {
        return incident(seen, stage.incident())
                .map(incident -> concluding(stage, seen, incident))
                .orElse(stage);
    }

    private DemoStage concluding(DemoStage.Concluding stage, Observation seen, Incident incident) {
        boolean ended = incident.plan().steps().stream()
                .allMatch(step -> incident.status(step.id()).state().isEnded());
        if (!ended) {
            return isPast(stage.since(), limits.conclude(), seen)
                    ? new DemoStage.Failed(diagnosis.stuck(seen, incident))
                    : stage;
        }
        if (!isPast(stage.since(), limits.aftermath(), seen)) {
            return stage;
        }
        List<String> incomplete = diagnosis.incomplete(seen, incident);
        return incomplete.isEmpty()
                ? new DemoStage.Succeeded(stage.faultAt(), stage.incident())
                : new DemoStage.Failed(incomplete);
    }

    private static boolean isPast(Instant since, Duration limit, Observation seen) {
        return !seen.at().isBefore(since.plus(limit));
    }

    static Optional<Workspace> workspace(Observation seen) {
        return seen.log().flatMap(log -> log.workspace(LabShape.WORKSPACE));
    }

    private static Stream<Incident> incidents(Observation seen) {
        return workspace(seen).stream().flatMap(Workspace::open);
    }

    private static Optional<Incident> incident(Observation seen, IncidentId id) {
        return workspace(seen).flatMap(found -> found.find(id));
    }
}
