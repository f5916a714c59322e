package io.lifeboat.workspaces.config;

import io.lifeboat.events.id.StepId;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.plan.Plan;
import io.lifeboat.events.plan.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A plan of the file. Texts in its arguments may hold {@code ${active}}, {@code ${standby}}, {@code ${active.value}} and
 * {@code ${standby.value}}, which become the sites' names and values when an incident opens.
 */
public record PlanTemplate(List<Step> steps, List<StepId> recoveredWhen) {

    public PlanTemplate {
        steps = List.copyOf(steps);
        recoveredWhen = List.copyOf(recoveredWhen);
    }

    /** Whether it can only be carried out with a standby. */
    public boolean needsStandby() {
        return steps.stream().anyMatch(step -> step.movesTraffic() || mentionsStandby(step));
    }

    /** The steps with their placeholders filled. */
    public List<Step> filled(Map<String, String> placeholders) {
        return steps.stream().map(step -> filled(step, placeholders)).toList();
    }

    /** @throws IllegalArgumentException naming every problem of the plan; none in one that was loaded from a file */
    public Plan plan(Map<String, String> placeholders) {
        return new Plan(filled(placeholders), recoveredWhen);
    }

    private static boolean mentionsStandby(Step step) {
        return step.arguments().values().toString().contains("${standby");
    }

    private static Step filled(Step step, Map<String, String> placeholders) {
        return new Step(
                step.id(),
                step.type(),
                step.effect(),
                new Arguments(filledMap(step.arguments().values(), placeholders)),
                step.needs(),
                step.approval(),
                step.timeout(),
                step.claimWithin(),
                step.retry(),
                step.onFailure(),
                step.compensates(),
                step.mayRunTwice(),
                step.evenIfAborted());
    }

    private static Map<String, Object> filledMap(Map<?, ?> values, Map<String, String> placeholders) {
        Map<String, Object> filled = new LinkedHashMap<>();
        values.forEach((name, value) -> filled.put(name.toString(), filledValue(value, placeholders)));
        return filled;
    }

    private static Object filledValue(Object value, Map<String, String> placeholders) {
        return switch (value) {
            case String text -> filledText(text, placeholders);
            case List<?> list ->
                list.stream().map(item -> filledValue(item, placeholders)).toList();
            case Map<?, ?> map -> filledMap(map, placeholders);
            default -> value;
        };
    }

    private static String filledText(String text, Map<String, String> placeholders) {
        String filled = text;
        for (Map.Entry<String, String> placeholder : placeholders.entrySet()) {
            filled = filled.replace("${" + placeholder.getKey() + "}", placeholder.getValue());
        }
        return filled;
    }
}
