package io.lifeboat.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.cli.lab.LabShape;
import io.lifeboat.events.fold.StepState;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.incident.Stage;
import io.lifeboat.lab.app.Dataset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The standby loses or changes something without a trace in its own answers: nothing but a look at its content shows it. */
@SystemTest
@DisabledIfSystemProperty(
        named = "lifeboat.qdrant.binary",
        matches = ".+",
        disabledReason = "only the stand-in can be tampered with")
@SuppressWarnings("try") // what stands still is only held, for as long as the block lasts
class StandbyDamageSystemTest {
    private static final long POINT = 1;

    @TempDir
    Path folder;

    /** The verifier stands still until the standby, fit when it was assessed, has been damaged. */
    @ParameterizedTest
    @CsvSource({"drop, counts", "payload, digests", "vector, digests"})
    void shouldFailTheCheckThatSeesItWhenTheStandbyIsDamagedBeforeItIsVerified(String damage, String check)
            throws Exception {
        try (SystemLab lab = SystemLab.start(folder)) {
            awaitDigest(lab);
            Failover failover;
            try (Frozen verifier = Frozen.stop(lab.handle("verifier"))) {
                failover = Failover.begin(lab);
                failover.awaitIn(Failover.SWITCH, StepState.Succeeded.class);
                tamper(lab, failover.other(), damage);
            }

            failover.awaitIn(Failover.REPORT, StepState.Succeeded.class);

            StepState.Failed verdict = (StepState.Failed)
                    failover.status(Failover.VERIFY).orElseThrow().state();
            assertThat(verdict.why()).contains(check + " (" + Dataset.ARCHIVE);
            assertThat(failed(verdict)).contains(check).doesNotContain("service", "read-canary");
            assertThat(report(failover)).contains(verdict.why());
            awaitPerson(lab);
        }
    }

    /** The content of a collection that nobody writes to is compared before anything is done. */
    @Test
    void shouldLeaveTrafficWhereItIsWhenTheStandbyIsDamagedBeforeTheFailover() throws Exception {
        try (SystemLab lab = SystemLab.start(folder)) {
            awaitDigest(lab);
            tamper(lab, LabShape.GREEN, "vector");

            Failover failover = Failover.begin(lab);

            failover.awaitIn("escalate-unfit", StepState.Succeeded.class);
            StepState.Failed verdict = (StepState.Failed)
                    failover.status(Failover.ASSESS).orElseThrow().state();
            assertThat(verdict.why()).contains("green is unfit: content of " + Dataset.ARCHIVE + ": digest");
            awaitPerson(lab);
            assertThat(lab.journal()).isEmpty();
        }
    }

    /** A baseline that was taken while the points were still on their way has nothing to compare content with. */
    private static void awaitDigest(SystemLab lab) throws InterruptedException {
        lab.await(
                "a digest of the collection that nobody writes to",
                () -> lab.workspace()
                        .map(Workspace::baseline)
                        .flatMap(baseline -> baseline.collections().stream()
                                .filter(collection -> collection.name().equals(Dataset.ARCHIVE))
                                .findFirst())
                        .filter(collection -> collection.digest() != null && collection.writeMark() != null)
                        .isPresent());
    }

    private static void awaitPerson(SystemLab lab) throws InterruptedException {
        lab.await(
                "an incident that needs a person",
                () -> lab.incident()
                        .filter(incident -> incident.stage() == Stage.NEEDS_PERSON)
                        .isPresent());
    }

    private static List<String> failed(StepState.Failed verdict) {
        return ((List<?>) verdict.output().values().get("checks"))
                .stream()
                        .map(finding -> (Map<?, ?>) finding)
                        .filter(finding -> finding.get("verdict").equals("fail"))
                        .map(finding -> finding.get("name").toString())
                        .toList();
    }

    private static String report(Failover failover) throws Exception {
        StepState.Succeeded written = (StepState.Succeeded)
                failover.status(Failover.REPORT).orElseThrow().state();
        return Files.readString(Path.of(written.output().required("markdown")));
    }

    private static void tamper(SystemLab lab, SiteId site, String damage) throws Exception {
        lab.post(
                lab.ports().qdrantAdmin(site),
                "/tamper",
                Map.of("collection", Dataset.ARCHIVE, "id", POINT, "what", damage));
    }
}
