package io.lifeboat.verifier.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.id.ClaimId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.incident.IncidentOpened;
import io.lifeboat.events.incident.OwnerMarked;
import io.lifeboat.events.incident.StepClaimed;
import io.lifeboat.events.incident.StepEnded;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.plan.Need;
import io.lifeboat.events.plan.Plan;
import io.lifeboat.events.plan.Step;
import io.lifeboat.events.step.StepCatalogue;
import io.lifeboat.qdrant.digest.DigestLevel;
import io.lifeboat.qdrant.digest.DigestOutcome;
import io.lifeboat.qdrant.digest.DigestReader;
import io.lifeboat.qdrant.digest.DigestRequest;
import io.lifeboat.saga.step.StepOutcome;
import io.lifeboat.verifier.fixture.Shop;
import io.lifeboat.verifier.fixture.Sites;
import io.lifeboat.verifier.fixture.TestLog;
import io.lifeboat.verifier.node.Nodes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The collection {@code docs} of the stand-in takes the part of one that was restored. */
class VerifyRecoveryTest {
    private static final StepId VERIFY = new StepId("verify-recovery");
    private static final StepId RESTORE = new StepId("restore-collections");

    @TempDir
    private Path folder;

    private final TestLog log = new TestLog().activeOnBlue();
    private Sites sites;

    @BeforeEach
    void start() throws Exception {
        sites = new Sites(folder);
        log.append(Service.RESTORE, new OwnerMarked(Service.RESTORE, TestLog.PROCESS, 1));
        log.append(Service.DETECTOR, opened());
    }

    @AfterEach
    void stop() throws Exception {
        sites.close();
    }

    private static IncidentOpened opened() {
        IncidentOpened like = TestLog.opened(Instant.parse("2026-11-23T10:00:00Z"));
        Step restore = Step.of(RESTORE.value(), StepCatalogue.RESTORE_COLLECTIONS)
                .argument("site", "blue")
                .build();
        Step verify = Step.of(VERIFY.value(), StepCatalogue.VERIFY_RECOVERY)
                .argument("site", "blue")
                .needs(Need.succeeded(RESTORE.value()))
                .timeout(Duration.ofSeconds(30))
                .build();
        return new IncidentOpened(
                like.workspace(),
                like.incident(),
                like.seq(),
                like.scenario(),
                like.severity(),
                like.startedAt(),
                false,
                like.site(),
                like.objective(),
                like.coolDown(),
                new Plan(List.of(restore, verify), List.of()),
                List.of(),
                like.why(),
                null);
    }

    private StepOutcome verify(long points, String digest) throws Exception {
        ClaimId claim = new ClaimId(UUID.randomUUID());
        log.append(
                Service.RESTORE,
                new StepClaimed(
                        TestLog.SHOP,
                        TestLog.INCIDENT,
                        RESTORE,
                        1,
                        TestLog.PROCESS,
                        claim,
                        Arguments.of("site", "blue"),
                        "it is ready"));
        Arguments output = Arguments.of(
                "collections",
                List.of(Map.of("collection", "docs", "restored", "docs", "points", points, "digest", digest)));
        log.append(
                Service.RESTORE,
                new StepEnded(
                        TestLog.SHOP,
                        TestLog.INCIDENT,
                        RESTORE,
                        claim,
                        StepEnded.Verdict.SUCCEEDED,
                        false,
                        output,
                        "restored"));
        return new VerifyRecovery(Shop.config(folder, sites, ""), new Nodes(sites.transport)).run(log.claim(VERIFY));
    }

    private String digest() throws InterruptedException {
        DigestOutcome outcome = DigestReader.read(
                sites.client(sites.blue.url()).points("docs"), DigestRequest.whole(DigestLevel.VECTORS));
        return ((DigestOutcome.Complete) outcome).digest().summary().root();
    }

    @Test
    void shouldPassWhenItHoldsWhatWasRestored() throws Exception {
        StepOutcome outcome = verify(Sites.DOCS, digest());

        assertThat(outcome).isInstanceOf(StepOutcome.Done.class);
        assertThat(outcome.why()).startsWith("1 restored collections on http://127.0.0.1");
    }

    @Test
    void shouldFailWhenThePointsAreNotThoseThatWereRestored() throws Exception {
        StepOutcome outcome = verify(Sites.DOCS + 1, "");

        assertThat(outcome).isInstanceOf(StepOutcome.Failed.class);
        assertThat(outcome.why()).contains("docs holds 40 points, expected 41 as restored");
    }

    @Test
    void shouldFailWhenTheContentIsNotWhatWasRecorded() throws Exception {
        StepOutcome outcome = verify(Sites.DOCS, "ab".repeat(32));

        assertThat(outcome).isInstanceOf(StepOutcome.Failed.class);
        assertThat(outcome.why()).contains("docs no longer holds what was recorded");
    }
}
