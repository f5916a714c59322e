package io.lifeboat.cli.demo;

import io.lifeboat.cli.lab.LabProcess;
import io.lifeboat.cli.lab.LabService;
import io.lifeboat.cli.lab.LabShape;
import io.lifeboat.cli.log.LogState;
import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.fold.StepState;
import io.lifeboat.events.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says who is missing when a demonstration does not come to its end. Pure. */
final class Diagnosis {
    private static final int HOPELESS_RESTARTS = 3;

    /** Processes that do not stay alive. */
    List<String> keepDying(Observation seen) {
        return seen.processes().stream()
                .filter(process -> !process.isReady() && process.restarts() >= HOPELESS_RESTARTS)
                .map(process -> "%s dies whenever it is started, last with status %s"
                        .formatted(
                                process.name(),
                                process.lastExit().isPresent()
                                        ? Integer.toString(process.lastExit().getAsInt())
                                        : "unknown"))
                .toList();
    }

    List<String> notReady(Observation seen) {
        List<String> reasons = new ArrayList<>(missing(seen));
        seen.processes().stream()
                .filter(process -> !process.isReady())
                .map(process -> "%s is not ready: %s".formatted(process.name(), state(process)))
                .forEach(reasons::add);
        return reasons.isEmpty() ? List.of("nothing was started") : reasons;
    }

    List<String> unsettled(Observation seen, String waitsFor) {
        List<String> reasons = new ArrayList<>(missing(seen));
        reasons.add("waited in vain for " + waitsFor);
        return reasons;
    }

    List<String> unnoticed(Observation seen) {
        List<String> reasons = new ArrayList<>(missing(seen));
        reasons.add("no incident was opened: the detectors have not agreed that the site is down");
        return reasons;
    }

    /** Why an incident does not go on. */
    List<String> stuck(Observation seen, Incident incident) {
        List<String> reasons = new ArrayList<>(missing(seen));
        for (Step step : incident.plan().steps()) {
            reason(incident, step).ifPresent(reasons::add);
        }
        reasons.add("%s is %s".formatted(incident.id(), words(incident.stage())));
        return reasons;
    }

    /** Who did not take part though the incident came to its end. */
    List<String> incomplete(Observation seen, Incident incident) {
        List<String> reasons = new ArrayList<>(missing(seen));
        for (Step step : incident.plan().steps()) {
            if (incident.status(step.id()).state() instanceof StepState.Failed failed) {
                reasons.add("step %s failed: %s".formatted(step.id(), failed.why()));
            }
        }
        return reasons;
    }

    private static Optional<String> reason(Incident incident, Step step) {
        return switch (incident.status(step.id()).state()) {
            case StepState.Ready ready ->
                Optional.of("step %s has not been claimed by the %s service"
                        .formatted(step.id(), step.spec().owner()));
            case StepState.Claimed claimed ->
                Optional.of("step %s is claimed by the %s service and has not ended"
                        .formatted(step.id(), step.spec().owner()));
            case StepState.Failed failed -> Optional.of("step %s failed: %s".formatted(step.id(), failed.why()));
            case StepState.AwaitingApproval awaiting -> Optional.of("step %s waits for approval".formatted(step.id()));
            case StepState.Pending pending -> Optional.empty();
            case StepState.Succeeded succeeded -> Optional.empty();
            case StepState.Skipped skipped -> Optional.empty();
        };
    }

    /** Services that give no sign of life in the log. */
    private List<String> missing(Observation seen) {
        return LabShape.SERVICES.stream()
                .filter(service -> !isAlive(seen, service))
                .map(service -> "%s is missing: it gives no sign of life in the log, and %s"
                        .formatted(name(service), whereabouts(seen, service)))
                .toList();
    }

    private static boolean isAlive(Observation seen, LabService service) {
        return seen.log().stream()
                .map(LogState::alive)
                .flatMap(List::stream)
                .anyMatch(member -> member.service() == service.service()
                        && member.instance().equals(service.instance()));
    }

    private static String name(LabService service) {
        return LabShape.VANTAGES.contains(service.instance())
                ? "the detector service of vantage " + service.instance()
                : "the " + service.service() + " service";
    }

    private static String whereabouts(Observation seen, LabService service) {
        return seen.processes().stream()
                .filter(process -> process.name().equals(service.name()))
                .findFirst()
                .map(process -> "its process is " + state(process))
                .orElse("its process was not started");
    }

    private static String state(LabProcess process) {
        return words(process.state());
    }

    private static String words(Object constant) {
        return constant.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
