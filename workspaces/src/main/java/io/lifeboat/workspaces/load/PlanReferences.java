package io.lifeboat.workspaces.load;

import java.util.List;

/** What the arguments of a plan point to: sites, values, the switch, channels. */
final class PlanReferences implements Rule {

    @Override
    public void check(Cursor root, Findings findings) {
        for (Cursor workspace : root.get("workspaces").items()) {
            Cursor plans = workspace.get("plans");
            plans.keys().stream()
                    .flatMap(scenario -> plans.get(scenario).get("steps").items().stream())
                    .forEach(step -> check(step.get("arguments"), isSwitch(step), workspace, findings));
        }
    }

    private static void check(Cursor arguments, boolean isSwitch, Cursor workspace, Findings findings) {
        reference(arguments.get("site"), names(workspace, "sites", "id"), "one of the sites ", findings);
        arguments
                .get("channels")
                .items()
                .forEach(channel -> reference(channel, channels(workspace), "one of the channels ", findings));
        if (isSwitch && !findings.isWrong(workspace.get("traffic"))) {
            reference(
                    arguments.get("value"), names(workspace, "sites", "value"), "one of the sites' values ", findings);
            reference(arguments.get("switch"), theSwitch(workspace), "the workspace's switch ", findings);
        }
    }

    private static boolean isSwitch(Cursor step) {
        return step.get("type").text().filter("switch-traffic"::equals).isPresent();
    }

    private static void reference(Cursor at, List<String> known, String what, Findings findings) {
        at.text()
                .filter(text -> !known.isEmpty() && !text.contains("${") && !known.contains(text))
                .ifPresent(text -> {
                    findings.problem(at, "'" + text + "'", what + known + Suggestion.hint(text, known));
                });
    }

    private static List<String> names(Cursor workspace, String list, String key) {
        return workspace.get(list).items().stream()
                .flatMap(item -> item.get(key).text().stream())
                .toList();
    }

    private static List<String> channels(Cursor workspace) {
        List<String> named = workspace.get("channels").items().stream()
                .flatMap(channel ->
                        channel.get("id").text().or(() -> channel.get("type").text()).stream())
                .toList();
        return named.isEmpty() ? List.of("log") : named;
    }

    private static List<String> theSwitch(Cursor workspace) {
        return workspace.get("traffic").get("switch").text().stream().toList();
    }
}
