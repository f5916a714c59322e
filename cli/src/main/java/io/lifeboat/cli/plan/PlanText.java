package io.lifeboat.cli.plan;

import io.lifeboat.cli.terminal.Span;
import io.lifeboat.cli.terminal.Texts;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.incident.Scenario;
import io.lifeboat.events.plan.Need;
import io.lifeboat.events.plan.Plan;
import io.lifeboat.events.plan.Step;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import io.lifeboat.workspaces.objective.Objectives;
import io.lifeboat.workspaces.objective.ScenarioObjective;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A plan before it runs, for people. Pure. */
public final class PlanText {
    private static final int LABEL = 10;

    private final WorkspaceConfig workspace;
    private final Scenario scenario;

    public PlanText(WorkspaceConfig workspace, Scenario scenario) {
        this.workspace = workspace;
        this.scenario = scenario;
    }

    public String text(Plan plan, SiteId active, Optional<SiteId> standby) {
        ScenarioObjective objective = Objectives.of(workspace, scenario);
        StringBuilder text = new StringBuilder("%s of workspace %s: %s\n"
                .formatted(
                        scenario,
                        workspace.id(),
                        standby.map(to -> "from %s to %s".formatted(active, to))
                                .orElse("on %s, with no standby".formatted(active))));
        text.append("%s, RTO %s (at most %s), RPO %s (at most %s)\n"
                .formatted(
                        objective.severity(),
                        Span.of(objective.objective().rtoTarget()),
                        Span.of(objective.objective().rtoMax()),
                        Span.of(objective.objective().rpoTarget()),
                        Span.of(objective.objective().rpoMax())));
        int number = 1;
        for (Step step : plan.steps()) {
            text.append(step(number++, step));
        }
        return text.append('\n').append(recovered(plan)).toString();
    }

    private String step(int number, Step step) {
        StringBuilder text = new StringBuilder("\n%2d. %s\n".formatted(number, step.id()));
        line(text, "owner", "the %s service, as %s".formatted(step.spec().owner(), step.type()));
        line(text, "effect", step.effect() + (step.mayRunTwice() ? ", may run twice" : ""));
        line(text, "touches", Texts.harmless(Touches.of(step, workspace)));
        line(text, "needs", needs(step));
        line(text, "approval", approval(step));
        line(text, "limits", limits(step));
        line(text, "failure", words(step.onFailure()) + (step.evenIfAborted() ? "; runs even if aborted" : ""));
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("    ").append(Texts.pad(name, LABEL)).append(value).append('\n');
    }

    private static String needs(Step step) {
        return step.needs().isEmpty()
                ? "nothing: it begins at once"
                : step.needs().stream().map(PlanText::need).collect(Collectors.joining(", "));
    }

    private static String need(Need need) {
        return switch (need.outcome()) {
            case SUCCEEDED -> need.step() + " succeeded";
            case FAILED -> need.step() + " failed";
            case ENDED -> need.step() + " ended";
        };
    }

    private static String approval(Step step) {
        return switch (step.approval().persons()) {
            case 0 -> "none";
            case 1 -> "one person";
            default -> step.approval().persons() + " different people";
        };
    }

    private static String limits(Step step) {
        String retries = step.retry().times() == 0
                ? "no retry"
                : "%d retries, %s apart"
                        .formatted(step.retry().times(), Span.of(step.retry().backoff()));
        return "%s from the claim, claimed within %s, %s"
                .formatted(Span.of(step.timeout()), Span.of(step.claimWithin()), retries);
    }

    private static String recovered(Plan plan) {
        return plan.recoveredWhen().isEmpty()
                ? "Only a person can say when service is back.\n"
                : "Service is back once %s succeeded.\n"
                        .formatted(plan.recoveredWhen().stream()
                                .map(Object::toString)
                                .collect(Collectors.joining(" and ")));
    }

    private static String words(Object constant) {
        return constant.toString().toLowerCase(Locale.ROOT);
    }
}
