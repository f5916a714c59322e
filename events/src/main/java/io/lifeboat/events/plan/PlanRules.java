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
    private static final int NO_STEP = -1;

    private final Map<StepId, Step> byId = new LinkedHashMap<>();
    private final List<PlanProblem> problems = new ArrayList<>();

    private PlanRules() {}

    static List<PlanProblem> problems(List<Step> steps, List<StepId> recoveredWhen) {
        PlanRules rules = new PlanRules();
        rules.checkNames(steps);
        for (int index = 0; index < steps.size(); index++) {
            rules.checkStep(index, steps.get(index));
        }
        rules.checkReferences(NO_STEP, "recoveredWhen", recoveredWhen, "recoveredWhen");
        rules.checkCycles(steps);
        return rules.problems;
    }

    private void add(int step, String field, String found, String expected) {
        problems.add(new PlanProblem(step, field, found, expected));
    }

    private void checkNames(List<Step> steps) {
        if (steps.isEmpty() || steps.size() > MOST_STEPS) {
            add(NO_STEP, "steps", steps.size() + " steps", "1 to %d steps".formatted(MOST_STEPS));
        }
        for (int index = 0; index < steps.size(); index++) {
            Step step = steps.get(index);
            if (byId.putIfAbsent(step.id(), step) != null) {
                add(index, "id", "step '%s' stands twice".formatted(step.id()), "each id once");
            }
        }
    }

    private void checkStep(int index, Step step) {
        Optional<StepSpec> spec = StepCatalogue.find(step.type());
        if (spec.isEmpty()) {
            String found = "step '%s' has unknown type '%s'".formatted(step.id(), step.type());
            add(index, "type", found, "one of " + typeNames());
        } else {
            checkAgainst(spec.get(), index, step);
        }
        String needs = "step '%s' needs".formatted(step.id());
        checkReferences(index, "needs", step.needs().stream().map(Need::step).toList(), needs);
        for (Need need : step.needs()) {
            checkNoticeIsNotNeeded(index, step, need);
        }
        if (step.compensates() != null) {
            String compensates = "step '%s' compensates".formatted(step.id());
            checkReferences(index, "compensates", List.of(step.compensates()), compensates);
        }
    }

    /** A notice may run twice or fail for reasons of its own, so recovery never waits for its success. */
    private void checkNoticeIsNotNeeded(int index, Step step, Need need) {
        Step needed = byId.get(need.step());
        boolean notice = needed != null && isNotice(needed.type());
        if (notice && need.outcome() != Outcome.ENDED && !isNotice(step.type())) {
            String outcome = need.outcome().name().toLowerCase(Locale.ROOT);
            String found = "step '%s' needs the notice '%s' to have %s".formatted(step.id(), need.step(), outcome);
            add(index, "needs", found, "no step to depend on a notice");
        }
    }

    private static boolean isNotice(StepType type) {
        return type.equals(StepCatalogue.NOTIFY) || type.equals(StepCatalogue.ESCALATE);
    }

    private void checkAgainst(StepSpec spec, int index, Step step) {
        if (!spec.effects().contains(step.effect())) {
            String found = "step '%s' declares effect %s".formatted(step.id(), step.effect());
            add(index, "effect", found, "one of " + spec.effects());
        }
        if (step.mayRunTwice() && step.effect() != EffectClass.BARE) {
            String found = "step '%s' says may-run-twice".formatted(step.id());
            add(index, "mayRunTwice", found, "that of BARE steps only");
        }
        if (step.evenIfAborted() && (spec.moves() != Moves.NOTHING || isUndone(step))) {
            String found = "step '%s' runs even if aborted".formatted(step.id());
            add(index, "evenIfAborted", found, "that of steps that move nothing and undo nothing");
        }
        checkSite(index, step);
        checkArguments(spec, index, step);
    }

    private void checkArguments(StepSpec spec, int index, Step step) {
        for (ArgumentSpec argument : spec.arguments()) {
            argument.mismatch(step.arguments())
                    .ifPresent(found ->
                            add(index, "arguments", "step '%s': %s".formatted(step.id(), found), argument.expected()));
        }
        Set<String> unknown = new TreeSet<>(step.arguments().values().keySet());
        List<String> known = spec.arguments().stream().map(ArgumentSpec::name).toList();
        known.forEach(unknown::remove);
        unknown.forEach(name -> add(
                index,
                "arguments",
                "step '%s' has unknown argument '%s'".formatted(step.id(), name),
                "one of " + known));
    }

    private boolean isUndone(Step step) {
        return step.compensates() != null
                || byId.values().stream().anyMatch(other -> step.id().equals(other.compensates()));
    }

    /** The fold makes it the active site when the step has succeeded. */
    private void checkSite(int index, Step step) {
        if (step.arguments().values().get("site") instanceof String site && !SiteId.isSite(site)) {
            String found = "step '%s': argument 'site' is '%s'".formatted(step.id(), site);
            add(index, "arguments", found, "a site's name");
        }
    }

    private void checkReferences(int index, String field, List<StepId> references, String where) {
        for (StepId reference : references) {
            if (!byId.containsKey(reference)) {
                add(index, field, "%s '%s'".formatted(where, reference), "one of " + byId.keySet());
            }
        }
    }

    private void checkCycles(List<Step> steps) {
        Map<StepId, Boolean> done = new HashMap<>();
        for (int index = 0; index < steps.size(); index++) {
            List<StepId> path = new ArrayList<>();
            if (findsCycle(steps.get(index).id(), done, path)) {
                add(index, "needs", "steps need each other in a cycle: " + path, "no cycle");
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
