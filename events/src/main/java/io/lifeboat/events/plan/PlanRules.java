package io.lifeboat.events.plan;

import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.id.StepType;
import io.lifeboat.events.step.ArgumentSpec;
import io.lifeboat.events.step.EffectClass;
import io.lifeboat.events.step.Moves;
import io.lifeboat.events.step.StepCatalogue;
import io.lifeboat.events.step.StepSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What makes a plan well formed. All problems are told at once. */
final class PlanRules {
    private static final int MOST_STEPS = 64;

    private final Map<StepId, Step> byId = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private PlanRules() {}

    static List<String> problems(List<Step> steps, List<StepId> recoveredWhen) {
        PlanRules rules = new PlanRules();
        rules.checkNames(steps);
        steps.forEach(rules::checkStep);
        rules.checkReferences(recoveredWhen, "recoveredWhen");
        rules.checkCycles();
        return rules.problems;
    }

    private void checkNames(List<Step> steps) {
        if (steps.isEmpty() || steps.size() > MOST_STEPS) {
            problems.add("expected 1 to %d steps, got %d".formatted(MOST_STEPS, steps.size()));
        }
        for (Step step : steps) {
            if (byId.put(step.id(), step) != null) {
                problems.add("step '%s' stands twice".formatted(step.id()));
            }
        }
    }

    private void checkStep(Step step) {
        Optional<StepSpec> spec = StepCatalogue.find(step.type());
        if (spec.isEmpty()) {
            problems.add("step '%s' has unknown type '%s', expected one of %s"
                    .formatted(step.id(), step.type(), typeNames()));
        } else {
            checkAgainst(spec.get(), step);
        }
        checkReferences(step.needs().stream().map(Need::step).toList(), "step '%s' needs".formatted(step.id()));
        for (Need need : step.needs()) {
            checkNoticeIsNotNeeded(step, need);
        }
        if (step.compensates() != null) {
            checkReferences(List.of(step.compensates()), "step '%s' compensates".formatted(step.id()));
        }
    }

    /** A notice may run twice or fail for reasons of its own, so recovery never waits for its success. */
    private void checkNoticeIsNotNeeded(Step step, Need need) {
        Step needed = byId.get(need.step());
        boolean notice = needed != null && isNotice(needed.type());
        if (notice && need.outcome() != Outcome.ENDED && !isNotice(step.type())) {
            problems.add("step '%s' needs the notice '%s' to have %s, expected no step to depend on a notice"
                    .formatted(step.id(), need.step(), need.outcome().name().toLowerCase(Locale.ROOT)));
        }
    }

    private static boolean isNotice(StepType type) {
        return type.equals(StepCatalogue.NOTIFY) || type.equals(StepCatalogue.ESCALATE);
    }

    private void checkAgainst(StepSpec spec, Step step) {
        if (!spec.effects().contains(step.effect())) {
            problems.add("step '%s' declares effect %s, expected one of %s"
                    .formatted(step.id(), step.effect(), spec.effects()));
        }
        if (step.mayRunTwice() && step.effect() != EffectClass.BARE) {
            problems.add("step '%s' says may-run-twice, expected that of BARE steps only".formatted(step.id()));
        }
        if (step.evenIfAborted() && spec.moves() != Moves.NOTHING) {
            problems.add("step '%s' moves %s even if aborted, expected that of steps that move nothing"
                    .formatted(step.id(), spec.moves().name().toLowerCase(Locale.ROOT)));
        }
        checkSite(step);
        spec.arguments()
                .forEach(argument -> argument.problem(step.arguments())
                        .ifPresent(problem -> problems.add("step '%s': %s".formatted(step.id(), problem))));
        Set<String> unknown = new TreeSet<>(step.arguments().values().keySet());
        spec.arguments().stream().map(ArgumentSpec::name).forEach(unknown::remove);
        unknown.forEach(name -> problems.add("step '%s' has unknown argument '%s'".formatted(step.id(), name)));
    }

    /** The fold makes it the active site when the step has succeeded. */
    private void checkSite(Step step) {
        if (step.arguments().values().get("site") instanceof String site && !SiteId.isSite(site)) {
            problems.add("step '%s': argument 'site' is '%s', expected a site's name".formatted(step.id(), site));
        }
    }

    private void checkReferences(List<StepId> references, String where) {
        for (StepId reference : references) {
            if (!byId.containsKey(reference)) {
                problems.add("%s '%s', expected one of %s".formatted(where, reference, byId.keySet()));
            }
        }
    }

    private void checkCycles() {
        Map<StepId, Boolean> done = new HashMap<>();
        for (StepId id : byId.keySet()) {
            List<StepId> path = new ArrayList<>();
            if (findsCycle(id, done, path)) {
                problems.add("steps need each other in a cycle: " + path);
                return;
            }
        }
    }

    /** Depth first: {@code false} in {@code done} means on the current path, {@code true} means free of cycles. */
    private boolean findsCycle(StepId id, Map<StepId, Boolean> done, List<StepId> path) {
        Boolean state = done.get(id);
        if (state != null || !byId.containsKey(id)) {
            if (Boolean.FALSE.equals(state)) {
                path.add(id);
            }
            return Boolean.FALSE.equals(state);
        }
        done.put(id, false);
        path.add(id);
        for (StepId before : waitsFor(byId.get(id))) {
            if (findsCycle(before, done, path)) {
                return true;
            }
        }
        path.remove(path.size() - 1);
        done.put(id, true);
        return false;
    }

    private static List<StepId> waitsFor(Step step) {
        Stream<StepId> undone = Stream.ofNullable(step.compensates());
        return Stream.concat(step.needs().stream().map(Need::step), undone).toList();
    }

    private static List<StepType> typeNames() {
        return StepCatalogue.all().stream().map(StepSpec::type).toList();
    }
}
