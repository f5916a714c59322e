package io.lifeboat.events.fold;

import static io.lifeboat.events.fold.RulingAssert.assertEffective;
import static io.lifeboat.events.fold.RulingAssert.assertVoid;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.incident.Stage;
import io.lifeboat.events.incident.StepEnded.Verdict;
import io.lifeboat.events.plan.Need;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AbortTest {
    private static final String NOT_HERE = "incident INC-2026-03-01-001 is not where this could be decided";

    @Test
    void shouldSkipWhatHasNotEndedWhenTheIncidentIsAborted() {
        Log log = Log.with(Plans.failover());

        assertEffective(log.abort(false));

        assertThat(log.incident().stage()).isEqualTo(Stage.ABORTED);
        assertThat(log.state("assess")).isEqualTo(new StepState.Skipped("aborted: false alarm", log.now()));
        assertThat(log.state("verify")).isEqualTo(new StepState.Skipped("aborted: false alarm", log.now()));
    }

    @Test
    void shouldRunLastNoticesWhenTheIncidentIsAborted() {
        Log log = Log.with(Plans.of(Plans.move(), Plans.tell().evenIfAborted().needs(Need.ended("move"))));

        log.abort(false);

        assertThat(log.state("tell")).isInstanceOf(StepState.Ready.class);
        assertEffective(log.claim("tell"));
    }

    @Test
    void shouldNotTakeTheLockBackWhenALastNoticeIsClaimed() {
        Log log = Log.with(Plans.of(Plans.move(), Plans.tell().evenIfAborted()));
        log.abort(false);

        log.claim("tell");

        assertThat(log.shop().lockHolder()).isEmpty();
        assertThat(log.incident().isUnsettled()).isTrue();
    }

    @Test
    void shouldKeepTheLockWhenAClaimedSwitchIsToBeSealed() {
        Log log = Log.with(Plans.of(Plans.move()));
        log.claim("move");

        log.abort(false);

        assertThat(log.claimOf("move").stopRequested()).isTrue();
        assertThat(log.shop().lockHolder()).contains(log.incident());
        assertVoid(
                log.open(2, Log.SECOND, false, Plans.of(Plans.move()), Asked.by(Asked.ALICE, log.now())),
                "INC-2026-03-01-001 is still recovering, and its plan moves traffic or data");
        assertVoid(log.advance(Stage.CLOSED, null), NOT_HERE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Verdict.class,
            names = {"FAILED", "RETRY", "CONFLICT"})
    void shouldReleaseTheLockAndSkipTheSwitchWhenItWasSealed(Verdict verdict) {
        Log log = Log.with(Plans.of(Plans.move().retry(3, java.time.Duration.ZERO)));
        log.claim("move");
        log.abort(false);

        assertEffective(log.end("move", verdict));

        assertThat(log.state("move")).isInstanceOf(StepState.Skipped.class);
        assertThat(log.shop().lockHolder()).isEmpty();
        assertEffective(log.advance(Stage.CLOSED, null));
    }

    @Test
    void shouldActivateTheSiteWhenTheSealFoundTheSwitchDone() {
        Log log = Log.with(Plans.of(Plans.move()));
        log.claim("move");
        log.abort(false);

        log.end("move", Verdict.SUCCEEDED);

        assertThat(log.state("move")).isInstanceOf(StepState.Succeeded.class);
        assertThat(log.shop().active()).isEqualTo(new SiteId("green"));
    }

    @Test
    void shouldKeepTheLockWhenTheSealCouldNotBeWritten() {
        Log log = Log.with(Plans.of(Plans.move()));
        log.claim("move");
        log.abort(false);

        log.unsealed("move");

        assertThat(log.shop().lockHolder()).isPresent();
        assertVoid(log.advance(Stage.CLOSED, Asked.by(Asked.ALICE, log.now())), NOT_HERE);
        log.skip("move");
        assertThat(log.shop().lockHolder()).isEmpty();
        assertEffective(log.advance(Stage.CLOSED, null));
    }

    @Test
    void shouldVoidAnAbortWhenTheIncidentIsAbortedOrRecovered() {
        Log aborted = Log.with(Plans.of(Plans.move()));
        aborted.abort(false);
        assertVoid(aborted.abort(true), NOT_HERE);

        Log recovered = Log.with(Plans.recoveredWhen("move", Plans.move()));
        recovered.done("move").advance(Stage.RECOVERED, null);
        assertVoid(recovered.abort(false), NOT_HERE);
    }

    @Test
    void shouldAbortWhenAPersonIsNeeded() {
        Log log = Log.with(Plans.failover());
        log.advance(Stage.NEEDS_PERSON, null);

        assertEffective(log.abort(false));
    }

    @Test
    void shouldNotOpenStepsThatWaitWhenTheIncidentIsAborted() {
        Log log = Log.with(
                Plans.of(Plans.move(), Plans.assess().needs(Need.failed("move")).evenIfAborted()));
        log.claim("move");
        log.abort(false);

        log.end("move", Verdict.FAILED);

        assertThat(log.state("assess")).isInstanceOf(StepState.Skipped.class);
    }
}
