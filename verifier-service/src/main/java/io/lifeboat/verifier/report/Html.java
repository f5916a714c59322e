package io.lifeboat.verifier.report;

import io.lifeboat.verifier.report.RecoveryReport.Entry;
import io.lifeboat.verifier.report.RecoveryReport.LossLine;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The report as a page: one file that needs nothing beside it and runs no script. */
final class Html {
    private static final String HEAD = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>Recovery report %s</title>
            <style>
            :root { color-scheme: light dark; --ink: #1b2430; --soft: #5d6b7a; --line: #d9dfe6; --paper: #fff; --good: #1a7f4b;
              --bad: #c0392b; --late: #b7791f; --idle: #8a97a6; --bar: #2f6fb2 }
            @media (prefers-color-scheme: dark) { :root { --ink: #e6ebf1; --soft: #9aa8b7; --line: #334050; --paper: #141a21;
              --good: #4cc38a; --bad: #ff7b6b; --late: #e0b04c; --idle: #6c7a89; --bar: #6aa8e6 } }
            body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 2rem auto;
              max-width: 68rem; padding: 0 1rem }
            h1 { font-size: 1.5rem; margin-bottom: .2rem } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem }
            .outcome { border-left: .4rem solid var(--good); padding: .4rem .8rem; font-weight: 600 }
            .outcome.bad { border-color: var(--bad) } .outcome span { display: block; font-weight: 400; color: var(--soft) }
            .wide { overflow-x: auto } table { border-collapse: collapse; width: 100%% }
            th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid var(--line) }
            th { color: var(--soft); font-weight: 600 } td.time { white-space: nowrap; font-variant-numeric: tabular-nums }
            .good { color: var(--good) } .bad { color: var(--bad) } .late { color: var(--late) } .idle { color: var(--idle) }
            .good, .bad, .late { font-weight: 600 } del { color: var(--idle) } svg { width: 100%%; height: auto }
            svg text { fill: var(--ink); font: 13px system-ui, sans-serif } svg .axis { fill: var(--soft); font-size: 11px }
            svg .rule { stroke: var(--line) } svg .fill-good { fill: var(--good) } svg .fill-bad { fill: var(--bad) }
            svg .fill-late { fill: var(--late) } svg .fill-idle { fill: var(--idle) } svg .mark { stroke: var(--ink); stroke-width: 2 }
            </style>
            </head>
            <body>
            """;

    private final StringBuilder text = new StringBuilder();

    private Html() {}

    static String of(RecoveryReport report) {
        Html html = new Html();
        html.head(report);
        html.objectives(report.objectives());
        html.section("Steps on the clock", StepChart.of(report));
        html.losses(report.losses());
        html.table(
                "Checks",
                "None were run.",
                List.of("check", "verdict", "evidence"),
                report.checks().stream()
                        .map(check -> List.of(
                                escaped(check.name()),
                                marked(tone(check.verdict()), check.verdict()),
                                escaped(check.evidence()))));
        html.table(
                "Steps",
                "The plan had none.",
                List.of("step", "type", "service", "state", "attempts", "why"),
                report.steps().stream()
                        .map(step -> List.of(
                                escaped(step.step().value()),
                                escaped(step.type()),
                                escaped(step.owner()),
                                marked(tone(step.state()), step.state()),
                                String.valueOf(step.attempts()),
                                escaped(step.why()))));
        html.table(
                "Timeline",
                "Nothing was recorded.",
                List.of("elapsed", "time", "service", "what"),
                report.timeline().stream().map(Html::entry));
        html.text.append("</body>\n</html>\n");
        return html.text.toString();
    }

    /** How a verdict or a state is coloured; its word says the same. */
    static String tone(String verdict) {
        return switch (verdict) {
            case "pass", "succeeded", "met" -> "good";
            case "fail", "failed", "failed, unsealed", "breached" -> "bad";
            case "missed", "open", "under way" -> "late";
            default -> "idle";
        };
    }

    static String escaped(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private void head(RecoveryReport report) {
        text.append(HEAD.formatted(escaped(report.incident().value())));
        text.append("<h1>Recovery report %s</h1>%n"
                .formatted(escaped(report.incident().value())));
        text.append("<p class=\"outcome%s\">%s<span>%s</span></p>%n"
                .formatted(
                        report.recoveredAt().isPresent() ? "" : " bad",
                        escaped(report.outcome()),
                        escaped(report.what())));
        Stream<List<String>> rows = Stream.of(
                List.of("workspace", report.workspace().value()),
                List.of("scenario", report.scenario().name()),
                List.of("severity", report.severity().name()),
                List.of("first bad evidence", report.startedAt().toString()),
                List.of("incident opened", report.openedAt().toString()),
                List.of("recovered", report.recoveredAt().map(Object::toString).orElse("no")),
                List.of("active before", report.previous().map(Object::toString).orElse("not known")),
                List.of("active now", report.active().map(Object::toString).orElse("not known")),
                List.of("report written", report.writtenAt().toString()));
        table(
                "What",
                "",
                List.of("what", "value"),
                rows.map(row -> row.stream().map(Html::escaped).toList()));
    }

    private void objectives(List<ObjectiveResult> objectives) {
        section("Objectives", ObjectiveChart.of(objectives));
        table(
                "",
                "None was set.",
                List.of("objective", "target", "maximum", "actual", "verdict", "measured"),
                objectives.stream()
                        .map(objective -> List.of(
                                escaped(objective.name()),
                                Wording.duration(objective.target()),
                                Wording.duration(objective.maximum()),
                                objective.actual().map(Wording::duration).orElse("not measured"),
                                marked(
                                        tone(Wording.verdict(objective.verdict())),
                                        Wording.verdict(objective.verdict())),
                                escaped(objective.measured()))));
    }

    private void losses(Optional<LossLine> losses) {
        section(
                "Lost writes",
                losses.map(lost -> "<p>%d of %d acknowledged writes could not be read back.</p>%s"
                                .formatted(
                                        lost.lost(),
                                        lost.checked(),
                                        lost.examples().stream()
                                                .map(example -> "<li>%s</li>".formatted(escaped(example)))
                                                .collect(Collectors.joining("", "<ul>", "</ul>"))))
                        .orElse("<p>Not known: no application told which writes it was acknowledged.</p>"));
    }

    private static List<String> entry(Entry entry) {
        String what = escaped(entry.what());
        return List.of(
                Wording.elapsed(entry.elapsed()),
                escaped(entry.at().toString()),
                escaped(entry.writer()),
                entry.voided()
                        .map(why -> "<del>%s</del> void: %s".formatted(what, escaped(why)))
                        .orElse(what));
    }

    private static String marked(String tone, String word) {
        return "<span class=\"%s\">%s</span>".formatted(tone, escaped(word));
    }

    private void section(String title, String body) {
        text.append("<h2>%s</h2>%n%s%n".formatted(escaped(title), body));
    }

    /** @param rows of cells that are markup already */
    private void table(String title, String none, List<String> columns, Stream<List<String>> rows) {
        if (!title.isEmpty()) {
            text.append("<h2>%s</h2>%n".formatted(escaped(title)));
        }
        List<String> lines = rows.map(row -> row.stream()
                        .map(cell -> "<td%s>%s</td>".formatted(isTime(cell) ? " class=\"time\"" : "", cell))
                        .collect(Collectors.joining("", "<tr>", "</tr>\n")))
                .toList();
        if (lines.isEmpty()) {
            text.append("<p>%s</p>%n".formatted(escaped(none)));
            return;
        }
        text.append("<div class=\"wide\"><table>\n<tr>");
        columns.forEach(column -> text.append("<th scope=\"col\">%s</th>".formatted(escaped(column))));
        text.append("</tr>\n");
        lines.forEach(text::append);
        text.append("</table></div>\n");
    }

    private static boolean isTime(String cell) {
        return cell.matches("[+-]\\d+\\.\\d+ s|\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
    }
}
