package io.lifeboat.verifier.report;

import static io.lifeboat.verifier.fixture.TestLog.INCIDENT;
import static io.lifeboat.verifier.fixture.TestLog.PROCESS;
import static io.lifeboat.verifier.fixture.TestLog.SHOP;
import static io.lifeboat.verifier.fixture.TestLog.VERIFY;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.id.ClaimId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.incident.StepClaimed;
import io.lifeboat.events.incident.StepEnded;
import io.lifeboat.events.incident.StepEnded.Verdict;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.verifier.fixture.TestLog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wording of reports: a change of it is a reviewed change of the golden files. */
class ReportGoldenTest {
    private static final Instant STARTED = Instant.parse("2026-11-23T10:00:00Z");
    private static final ClaimId CLAIM = new ClaimId(new UUID(0, 9));

    @TempDir
    Path folder;

    @Test
    void shouldReadAsInTheGoldenFileWhenTheRecoverySucceeded() throws IOException {
        RecoveryReport report = report(Verdict.SUCCEEDED, "pass");

        assertThat(Markdown.of(report)).isEqualTo(golden("recovered.md"));
        assertThat(Html.of(report)).isEqualTo(golden("recovered.html"));
        assertThat(new String(ReportFiles.json(report), StandardCharsets.UTF_8)).isEqualTo(golden("recovered.json"));
    }

    @Test
    void shouldReadAsInTheGoldenFileWhenTheVerificationFailed() throws IOException {
        RecoveryReport report = report(Verdict.FAILED, "fail");

        assertThat(Markdown.of(report)).isEqualTo(golden("not-recovered.md"));
        assertThat(Html.of(report)).isEqualTo(golden("not-recovered.html"));
    }

    @Test
    void shouldWriteWholeFilesNamedByTheAttemptWhenAskedTwice() throws IOException {
        ReportFiles files = new ReportFiles(folder);
        RecoveryReport report = report(Verdict.SUCCEEDED, "pass");

        ReportFiles.Written first = files.markdown(report, "report-1");
        ReportFiles.Written second = files.markdown(report, "report-2");

        assertThat(folder.resolve(INCIDENT.value()))
                .isDirectoryContaining(first.path()::equals)
                .isDirectoryContaining(second.path()::equals)
                .isDirectoryNotContaining("glob:**.part");
        assertThat(Files.readString(first.path())).isEqualTo(Markdown.of(report));
        assertThat(second.sha256()).isEqualTo(first.sha256());
    }

    @Test
    void shouldNeedNothingBesideItWhenThePageIsOpened() {
        String page = Html.of(report(Verdict.SUCCEEDED, "pass"));

        assertThat(page).doesNotContain("http://", "https://", "<script", "src=", "href=", "url(", "@import");
    }

    private static RecoveryReport report(Verdict verdict, String check) {
        TestLog log = new TestLog(STARTED.plusSeconds(1)).activeOnBlue();
        log.open(STARTED)
                .append(
                        Service.VERIFIER,
                        new StepClaimed(
                                SHOP,
                                INCIDENT,
                                VERIFY,
                                1,
                                PROCESS,
                                CLAIM,
                                argumentsOf(log),
                                "verify-failover is ready"))
                .append(
                        Service.VERIFIER,
                        new StepEnded(
                                SHOP,
                                INCIDENT,
                                VERIFY,
                                CLAIM,
                                verdict,
                                false,
                                output(check),
                                "green: a | was <b>found</b>"));
        log.lenient(
                Service.VERIFIER,
                new StepEnded(SHOP, INCIDENT, VERIFY, CLAIM, Verdict.FAILED, false, Arguments.none(), "a late result"));
        Incident incident = log.workspace().find(INCIDENT).orElseThrow();
        return ReportBuilder.build(log.workspace(), incident, STARTED.plusSeconds(2), log.records());
    }

    private static Arguments argumentsOf(TestLog log) {
        return log.workspace()
                .find(INCIDENT)
                .flatMap(incident -> incident.plan().find(VERIFY))
                .orElseThrow()
                .arguments();
    }

    private static Arguments output(String verdict) {
        return new Arguments(Map.of(
                "checks",
                List.of(
                        Map.of("name", "counts", "verdict", "pass", "evidence", "docs: 40 points, as recorded"),
                        Map.of("name", "digests", "verdict", verdict, "evidence", "archive: content | judged")),
                "lostWrites",
                1,
                "acknowledgedWrites",
                20,
                "lostSpanMillis",
                1500,
                "lostExamples",
                List.of("docs/17 #41 of 2026-11-23T09:59:58.500Z")));
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = ReportGoldenTest.class.getResourceAsStream("/report/" + name)) {
            assertThat(in).as("golden file " + name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
