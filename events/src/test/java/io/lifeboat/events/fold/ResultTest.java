package io.lifeboat.events.fold;

import static io.lifeboat.events.fold.RulingAssert.assertEffective;
import static io.lifeboat.events.fold.RulingAssert.assertVoid;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.id.ClaimId;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.incident.StepEnded;
import io.lifeboat.events.incident.StepEnded.Verdict;
import io.lifeboat.events.incident.StepProgressed;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.plan.Need;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResultTest {
    private final Log log = Log.with(Plans.failover());

    @Test
    void shouldSucceedAndOpenTheNextStepWhenTheClaimIsCurrent() {
        log.claim("assess");
        ClaimId claim = log.claimOf("assess").claim();

        Ruling ruling = log.after(Duration.ofSeconds(1)).end("assess", Verdict.SUCCEEDED);

        assertEffective(ruling);
        assertThat(log.state("assess")).isEqualTo(new StepState.Succeeded(claim, Arguments.none(), log.now()));
        assertThat(log.state("move")).isEqualTo(new StepState.Ready(log.now(), log.now()));
        assertThat(log.state("verify")).isEqualTo(new StepState.Pending());
    }

    @Test
    void shouldFailAndSkipWhatNeedsItWhenTheVerdictSaysSo() {
        log.claim("assess");
        ClaimId claim = log.claimOf("assess").claim();

        assertEffective(log.end("assess", Verdict.FAILED));

        assertThat(log.state("assess"))
                .isEqualTo(new StepState.Failed(claim, "so it went", false, Arguments.none(), log.now()));
        assertThat(log.state("move"))
                .isEqualTo(new StepState.Skipped("what it needs cannot happen any more", log.now()));
        assertThat(log.state("verify")).isInstanceOf(StepState.Skipped.class);
    }

    @Test
    void shouldCountTheResultWhenTheOwnerHasChangedMeanwhile() {
        log.claim("assess");
        log.mark(Service.FAILOVER, log.newProcess(), 2);

        assertEffective(log.end("assess", Verdict.SUCCEEDED));
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void shouldVoidTheResultWhenAnotherClaimIsCurrent(Verdict verdict) {
        log.claim("assess");
        ClaimId old = log.claimOf("assess").claim();
        log.claim("assess");
        StepState before = log.state("assess");

        Ruling ruling = log.end("assess", old, verdict, false);

        assertVoid(ruling, "claim " + old + " is not the current one");
        assertThat(log.state("assess")).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void shouldVoidTheResultWhenTheStepHasEnded(Verdict verdict) {
        log.claim("assess");
        ClaimId claim = log.claimOf("assess").claim();
        log.end("assess", Verdict.SUCCEEDED);

        assertVoid(log.end("assess", claim, verdict, false), "claim " + claim + " is not the current one");
    }

    @Test
    void shouldVoidTheResultWhenNobodyHasClaimed() {
        ClaimId claim = log.newClaim();

        assertVoid(log.end("assess", claim, Verdict.SUCCEEDED, false), "claim " + claim + " is not the current one");
    }

    @Test
    void shouldVoidTheResultWhenAnotherServiceWroteIt() {
        log.claim("assess");
        StepEnded ended = ended(Log.FIRST, "assess", log.claimOf("assess").claim());

        assertVoid(log.append(Service.VERIFIER, ended), "written by verifier, expected failover");
    }

    @Test
    void shouldVoidTheResultWhenThereIsNoSuchStep() {
        assertVoid(
                log.append(Service.FAILOVER, ended(Log.FIRST, "nothing", log.newClaim())),
                "no open incident INC-2026-03-01-001 has a step 'nothing'");
        assertVoid(
                log.append(Service.FAILOVER, ended(Log.SECOND, "assess", log.newClaim())),
                "no open incident INC-2026-03-01-002 has a step 'assess'");
    }

    private static StepEnded ended(IncidentId incident, String step, ClaimId claim) {
        return new StepEnded(
                Log.SHOP, incident, new StepId(step), claim, Verdict.SUCCEEDED, false, Arguments.none(), "done");
    }

    @Test
    void shouldOpenTheStepAgainWhenARetryIsLeft() {
        Log retrying = Log.with(Plans.of(Plans.assess().retry(1, Duration.ofSeconds(5))));
        retrying.claim("assess");

        retrying.end("assess", Verdict.RETRY);

        assertThat(retrying.state("assess"))
                .isEqualTo(new StepState.Ready(retrying.now(), retrying.now().plusSeconds(5)));
        assertThat(retrying.status("assess").retries()).isEqualTo(1);
    }

    @Test
    void shouldFailTheStepWhenNoRetryIsLeft() {
        Log retrying = Log.with(Plans.of(Plans.assess().retry(1, Duration.ZERO)));
        retrying.claim("assess");
        retrying.end("assess", Verdict.RETRY);
        retrying.claim("assess");

        retrying.end("assess", Verdict.RETRY);

        assertThat(retrying.state("assess")).isInstanceOf(StepState.Failed.class);
    }

    @Test
    void shouldUseUpNoRetryWhenAnEpochConflictsOrAClaimIsTakenOver() {
        Log retrying = Log.with(Plans.of(Plans.move().retry(1, Duration.ZERO)));
        retrying.claim("move");
        retrying.claim("move");

        retrying.end("move", Verdict.CONFLICT);

        assertThat(retrying.state("move")).isEqualTo(new StepState.Ready(retrying.now(), retrying.now()));
        assertThat(retrying.status("move").retries()).isZero();
        assertThat(retrying.status("move").attempt()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Verdict.class,
            names = {"RETRY", "CONFLICT", "FAILED"})
    void shouldFailUnsealedWhenARequestMayStillLand(Verdict verdict) {
        Log moving = Log.with(Plans.of(
                Plans.move().retry(5, Duration.ZERO),
                Plans.verify().needs(Need.failed("move")),
                Plans.tell().needs(Need.ended("move"))));
        moving.claim("move");

        moving.end("move", moving.claimOf("move").claim(), verdict, true);

        assertThat(moving.state("move"))
                .isInstanceOfSatisfying(
                        StepState.Failed.class,
                        failed -> assertThat(failed.unsealed()).isTrue());
        assertThat(moving.state("verify")).isEqualTo(new StepState.Pending());
        assertThat(moving.state("tell")).isEqualTo(new StepState.Pending());
    }

    @Test
    void shouldOpenWhatWaitsWhenAPersonVouchesForAnUnsealedStep() {
        Log moving = Log.with(Plans.of(Plans.move(), Plans.verify().needs(Need.failed("move"))));
        moving.claim("move");
        moving.unsealed("move");

        Ruling ruling = moving.skip("move");

        assertEffective(ruling);
        assertThat(moving.state("move"))
                .isInstanceOfSatisfying(
                        StepState.Failed.class,
                        failed -> assertThat(failed.unsealed()).isFalse());
        assertThat(moving.state("verify")).isInstanceOf(StepState.Ready.class);
    }

    @Test
    void shouldChangeNothingWhenAStepTellsItsProgress() {
        log.claim("assess");
        Workspace before = log.shop();

        Ruling ruling =
                log.append(Service.FAILOVER, progress(log.claimOf("assess").claim()));

        assertEffective(ruling);
        assertThat(log.shop()).isEqualTo(before);
    }

    @Test
    void shouldVoidProgressWhenItIsOfAnOldClaim() {
        log.claim("assess");
        ClaimId old = log.claimOf("assess").claim();
        log.claim("assess");

        assertVoid(log.append(Service.FAILOVER, progress(old)), "claim " + old + " is not the current one");
    }

    @Test
    void shouldVoidProgressWhenAnotherServiceTellsIt() {
        log.claim("assess");

        Ruling ruling =
                log.append(Service.NOTIFIER, progress(log.claimOf("assess").claim()));

        assertVoid(ruling, "written by notifier, expected failover");
    }

    private static StepProgressed progress(ClaimId claim) {
        return new StepProgressed(Log.SHOP, Log.FIRST, new StepId("assess"), claim, "half way", Arguments.none());
    }
}
