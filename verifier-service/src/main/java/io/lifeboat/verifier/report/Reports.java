package io.lifeboat.verifier.report;

import io.lifeboat.events.plan.Arguments;
import io.lifeboat.saga.step.StepContext;
import io.lifeboat.verifier.VerifierSettings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Makes the report of an incident and writes it. Thread-safe. */
@Singleton
public class Reports {
    private final IncidentLog log;
    private final ReportFiles files;

    @Inject
    public Reports(IncidentLog log, VerifierSettings settings) {
        this.log = log;
        this.files = new ReportFiles(settings.reports());
    }

    /** What was written, for the step's output. */
    public record Made(Arguments output, String summary) {}

    public Made make(StepContext context) throws InterruptedException, LogUnread, IOException {
        Duration half = Duration.between(Instant.now(), context.deadline()).dividedBy(2);
        List<Ruled> records = log.read(context.workspace().id(), half);
        RecoveryReport report = ReportBuilder.build(
                context.workspace(), context.incident(), context.claim().since(), records);
        String name = context.step().id() + "-" + context.key();
        ReportFiles.Written markdown = files.markdown(report, name);
        ReportFiles.Written html = files.html(report, name);
        ReportFiles.Written json = files.json(report, name);
        return new Made(output(report, markdown, html, json), summary(report));
    }

    private static Arguments output(
            RecoveryReport report, ReportFiles.Written markdown, ReportFiles.Written html, ReportFiles.Written json) {
        Arguments output = Arguments.of("markdown", markdown.path().toString())
                .with("markdownSha256", markdown.sha256())
                .with("html", html.path().toString())
                .with("htmlSha256", html.sha256())
                .with("json", json.path().toString())
                .with("jsonSha256", json.sha256());
        for (ObjectiveResult objective : report.objectives()) {
            output = output.with(
                    objective.name().toLowerCase(java.util.Locale.ROOT),
                    objective.verdict().name());
        }
        return output;
    }

    private static String summary(RecoveryReport report) {
        return report.objectives().stream()
                .map(objective -> objective.name() + " " + objective.verdict())
                .collect(Collectors.joining(", ", "the report is written: ", ""));
    }
}
