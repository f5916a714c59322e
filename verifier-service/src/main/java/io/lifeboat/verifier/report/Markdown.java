package io.lifeboat.verifier.report;

import io.lifeboat.verifier.report.RecoveryReport.CheckLine;
import io.lifeboat.verifier.report.RecoveryReport.Entry;
import io.lifeboat.verifier.report.RecoveryReport.StepLine;
import java.util.List;
import java.util.Optional;

/** The report for people. */
final class Markdown {
    private final StringBuilder text = new StringBuilder();

    private Markdown() {}

    static String of(RecoveryReport report) {
        Markdown markdown = new Markdown();
        markdown.head(report);
        markdown.objectives(report.objectives());
        markdown.losses(report.losses());
        markdown.checks(report.checks());
        markdown.steps(report.steps());
        markdown.timeline(report.timeline());
        return markdown.text.toString();
    }

    private void head(RecoveryReport report) {
        line("# Recovery report %s", report.incident());
        line("");
        line("**%s** %s", report.outcome(), cell(report.what()));
        line("");
        row("what", "value");
        row("---", "---");
        row("workspace", report.workspace());
        row("scenario", report.scenario());
        row("severity", report.severity());
        row("first bad evidence", report.startedAt());
        row("incident opened", report.openedAt());
        row("recovered", report.recoveredAt().map(Object::toString).orElse("no"));
        row("active before", report.previous().map(Object::toString).orElse("not known"));
        row("active now", report.active().map(Object::toString).orElse("not known"));
        row("report written", report.writtenAt());
    }

    private void objectives(List<ObjectiveResult> objectives) {
        section("Objectives");
        row("objective", "target", "maximum", "actual", "verdict", "measured");
        row("---", "---", "---", "---", "---", "---");
        for (ObjectiveResult result : objectives) {
            row(
                    result.name(),
                    Wording.duration(result.target()),
                    Wording.duration(result.maximum()),
                    result.actual().map(Wording::duration).orElse("not measured"),
                    Wording.verdict(result.verdict()),
                    result.measured());
        }
    }

    private void losses(Optional<RecoveryReport.LossLine> losses) {
        section("Lost writes");
        if (losses.isEmpty()) {
            line("Not known: no application told which writes it was acknowledged.");
            return;
        }
        line(
                "%d of %d acknowledged writes could not be read back.",
                losses.get().lost(), losses.get().checked());
        losses.get().examples().forEach(example -> line("- %s", cell(example)));
    }

    private void checks(List<CheckLine> checks) {
        section("Checks");
        if (checks.isEmpty()) {
            line("None were run.");
            return;
        }
        row("check", "verdict", "evidence");
        row("---", "---", "---");
        checks.forEach(check -> row(check.name(), check.verdict(), check.evidence()));
    }

    private void steps(List<StepLine> steps) {
        section("Steps");
        row("step", "type", "service", "state", "attempts", "why");
        row("---", "---", "---", "---", "---", "---");
        steps.forEach(step -> row(step.step(), step.type(), step.owner(), step.state(), step.attempts(), step.why()));
    }

    private void timeline(List<Entry> timeline) {
        section("Timeline");
        row("elapsed", "time", "service", "what");
        row("---", "---", "---", "---");
        for (Entry entry : timeline) {
            String what = entry.voided()
                    .map(why -> "~~%s~~ void: %s".formatted(entry.what(), why))
                    .orElse(entry.what());
            row(Wording.elapsed(entry.elapsed()), entry.at(), entry.writer(), what);
        }
    }

    private void section(String title) {
        line("");
        line("## %s", title);
        line("");
    }

    private void line(String form, Object... arguments) {
        text.append(form.formatted(arguments)).append('\n');
    }

    private void row(Object... cells) {
        for (Object cell : cells) {
            text.append("| ").append(cell(cell.toString())).append(' ');
        }
        text.append("|\n");
    }

    /** What others wrote must not break a table, nor become markup of ours. */
    private static String cell(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").replace("|", "\\|").replace("<", "&lt;");
    }
}
