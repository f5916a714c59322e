package io.lifeboat.workspaces.load;

import io.lifeboat.events.id.StepId;
import io.lifeboat.events.id.StepType;
import io.lifeboat.events.incident.Scenario;
import io.lifeboat.events.plan.Approval;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.plan.Need;
import io.lifeboat.events.plan.OnFailure;
import io.lifeboat.events.plan.Outcome;
import io.lifeboat.events.plan.Plan;
import io.lifeboat.events.plan.PlanProblem;
import io.lifeboat.events.plan.Retry;
import io.lifeboat.events.plan.Step;
import io.lifeboat.events.step.EffectClass;
import io.lifeboat.events.step.StepCatalogue;
import io.lifeboat.events.step.StepSpec;
import io.lifeboat.workspaces.config.PlanTemplate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the plans of a workspace by the rules that every plan has, with the line of the step that breaks one. */
final class PlanReader {
    /** What stands for the sites while a plan is checked: their names fit where a site's name is expected. */
    private static final Map<String, String> SAMPLE =
            Map.of("active", "one", "standby", "other", "active.value", "one", "standby.value", "other");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

    private final Findings findings;
    private final EffectClass ofSwitch;

    /** @param ofSwitch the effect class of the workspace's traffic switch */
    PlanReader(Findings findings, EffectClass ofSwitch) {
        this.findings = findings;
        this.ofSwitch = ofSwitch;
    }

    Optional<PlanTemplate> read(Cursor at, Scenario scenario) {
        if (findings.isWrong(at)) {
            return Optional.empty();
        }
        List<Cursor> cursors = at.get("steps").items();
        List<Step> steps = cursors.stream().map(this::step).toList();
        List<StepId> recoveredWhen = at.get("recoveredWhen").items().stream()
                .flatMap(item -> item.text().stream())
                .map(StepId::new)
                .toList();
        PlanTemplate template = new PlanTemplate(steps, recoveredWhen);
        cursors.forEach(step -> checkPlaceholders(step.get("arguments")));
        cursors.forEach(this::checkSwitch);
        Plan.problems(template.filled(SAMPLE), recoveredWhen).forEach(problem -> tell(at, cursors, problem));
        return findings.attempt(at, () -> template);
    }

    private void tell(Cursor plan, List<Cursor> steps, PlanProblem problem) {
        Cursor section = problem.step() < 0 ? plan : steps.get(problem.step());
        Cursor at = problem.field().isEmpty() ? section : section.get(problem.field());
        if (!findings.isWrong(at)) {
            findings.problem(
                    at, problem.found(), problem.expected() + (problem.field().equals("type") ? hint(at) : ""));
        }
    }

    private static String hint(Cursor type) {
        List<String> known =
                StepCatalogue.all().stream().map(spec -> spec.type().value()).toList();
        return Suggestion.hint(type.text().orElse(""), known);
    }

    /** What a switch promises is its own, and not the plan's to say. */
    private void checkSwitch(Cursor step) {
        boolean isSwitch = step.get("type")
                .text()
                .filter(StepCatalogue.SWITCH_TRAFFIC.value()::equals)
                .isPresent();
        Cursor at = step.get("effect");
        at.text()
                .filter(effect -> isSwitch && !effect.equals(ofSwitch.name()))
                .ifPresent(effect -> findings.problem(
                        at, "'" + effect + "'", ofSwitch + ", the effect class of the workspace's switch"));
    }

    private void checkPlaceholders(Cursor at) {
        at.text()
                .ifPresent(text -> PLACEHOLDER
                        .matcher(text)
                        .results()
                        .map(found -> found.group(1))
                        .forEach(name -> {
                            if (!SAMPLE.containsKey(name)) {
                                List<String> known =
                                        SAMPLE.keySet().stream().sorted().toList();
                                findings.problem(at, "the placeholder '" + name + "'", "one of " + known);
                            }
                        }));
        at.items().forEach(this::checkPlaceholders);
        at.keys().forEach(key -> checkPlaceholders(at.get(key)));
    }

    private Step step(Cursor at) {
        StepType type = new StepType(at.get("type").text().orElseThrow());
        return new Step(
                new StepId(at.get("id").text().orElseThrow()),
                type,
                at.get("effect").text().map(EffectClass::valueOf).orElseGet(() -> effect(type)),
                arguments(at.get("arguments")),
                at.get("needs").items().stream().map(PlanReader::need).toList(),
                new Approval(at.get("approval").number().orElse(0)),
                at.get("timeout").duration().orElse(Step.DEFAULT_TIMEOUT),
                at.get("claimWithin").duration().orElse(Step.DEFAULT_CLAIM_WITHIN),
                retry(at.get("retry")),
                at.get("onFailure").text().map(OnFailure::valueOf).orElse(OnFailure.ESCALATE),
                at.get("compensates").text().map(StepId::new).orElse(null),
                at.get("mayRunTwice").flag().orElse(false),
                at.get("evenIfAborted").flag().orElse(false));
    }

    /** The only effect of that type; where there are several it is the switch's; the weakest if the type is unknown. */
    private EffectClass effect(StepType type) {
        if (type.equals(StepCatalogue.SWITCH_TRAFFIC)) {
            return ofSwitch;
        }
        return StepCatalogue.find(type)
                .map(StepSpec::effects)
                .filter(effects -> effects.size() == 1)
                .map(effects -> effects.iterator().next())
                .orElse(EffectClass.BARE);
    }

    private static Arguments arguments(Cursor at) {
        Arguments arguments = Arguments.none();
        for (String name : at.keys()) {
            Object value = at.get(name).plain().orElse("");
            arguments = arguments.with(name, value);
        }
        return arguments;
    }

    private static Need need(Cursor at) {
        StepId step = new StepId(at.text().or(() -> at.get("step").text()).orElseThrow());
        return new Need(step, at.get("outcome").text().map(Outcome::valueOf).orElse(Outcome.SUCCEEDED));
    }

    private static Retry retry(Cursor at) {
        return new Retry(
                at.get("times").number().orElse(0), at.get("backoff").duration().orElse(Duration.ZERO));
    }
}
