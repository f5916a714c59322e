package io.lifeboat.events.fold;

import static io.lifeboat.events.fold.RulingAssert.assertEffective;
import static io.lifeboat.events.fold.RulingAssert.assertVoid;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.command.SignedCommand;
import io.lifeboat.events.incident.Stage;
import io.lifeboat.events.plan.Need;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StagesTest {
    private static final String NOT_HERE = "incident INC-2026-03-01-001 is not where this could be decided";

    private final Log log = Log.with(Plans.recoveredWhen("move", Plans.move(), Plans.assess()));

    private SignedCommand command() {
        return Asked.by(Asked.ALICE, log.now());
    }

    private void reach(Stage stage) {
        switch (stage) {
            case RECOVERING -> {}
            case NEEDS_PERSON -> log.advance(Stage.NEEDS_PERSON, null);
            case RECOVERED -> log.done("move", "assess").advance(Stage.RECOVERED, null);
            case WATCHING -> {
                reach(Stage.RECOVERED);
                log.advance(Stage.WATCHING, null);
            }
            case ABORTED -> log.abort(false);
            case CLOSED -> {
                reach(Stage.WATCHING);
                log.advance(Stage.CLOSED, null);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RECOVERING,NEEDS_PERSON,true",
        "RECOVERING,RECOVERING,false",
        "RECOVERING,WATCHING,false",
        "RECOVERING,CLOSED,false",
        "RECOVERING,ABORTED,false",
        "RECOVERING,RECOVERED,false",
        "NEEDS_PERSON,RECOVERING,true",
        "NEEDS_PERSON,NEEDS_PERSON,false",
        "NEEDS_PERSON,RECOVERED,false",
        "NEEDS_PERSON,CLOSED,false",
        "RECOVERED,WATCHING,true",
        "RECOVERED,RECOVERED,false",
        "RECOVERED,RECOVERING,false",
        "RECOVERED,NEEDS_PERSON,false",
        "RECOVERED,CLOSED,false",
        "WATCHING,CLOSED,true",
        "WATCHING,RECOVERED,false",
        "WATCHING,RECOVERING,false",
        "ABORTED,CLOSED,true",
        "ABORTED,RECOVERING,false",
        "ABORTED,RECOVERED,false",
        "CLOSED,CLOSED,false",
        "CLOSED,RECOVERING,false"
    })
    void shouldAdvanceByItselfOnlyToWhatMayFollow(Stage from, Stage to, boolean allowed) {
        reach(from);

        Ruling ruling = log.advance(to, null);

        assertThat(ruling).isEqualTo(allowed ? Ruling.effective() : new Ruling.Voided(NOT_HERE));
    }

    @ParameterizedTest
    @CsvSource({
        "RECOVERING,RECOVERED,true",
        "NEEDS_PERSON,RECOVERED,true",
        "ABORTED,RECOVERED,false",
        "RECOVERING,CLOSED,false",
        "NEEDS_PERSON,CLOSED,true",
        "RECOVERED,CLOSED,true",
        "RECOVERING,ABORTED,false"
    })
    void shouldAdvanceFurtherWhenAPersonSaysSo(Stage from, Stage to, boolean allowed) {
        reach(from);

        Ruling ruling = log.advance(to, command());

        assertThat(ruling).isEqualTo(allowed ? Ruling.effective() : new Ruling.Voided(NOT_HERE));
    }

    @Test
    void shouldStopTheClockAndReleaseTheLockWhenRecovered() {
        log.done("move");

        assertEffective(log.after(Duration.ofSeconds(3)).advance(Stage.RECOVERED, null));

        assertThat(log.incident().recoveredAt()).isEqualTo(log.now());
        assertThat(log.incident().stageSince()).isEqualTo(log.now());
        assertThat(log.shop().lockHolder()).isEmpty();
    }

    @Test
    void shouldKeepTheTimeOfRecoveryWhenItIsWatched() {
        log.done("move").advance(Stage.RECOVERED, null);

        log.after(Duration.ofSeconds(3)).advance(Stage.WATCHING, null);

        assertThat(log.incident().recoveredAt()).isEqualTo(Log.START);
        assertThat(log.incident().stageSince()).isEqualTo(log.now());
    }

    @Test
    void shouldForgetTheIncidentWhenItIsClosed() {
        reach(Stage.CLOSED);

        assertThat(log.shop().incidents()).isEmpty();
        assertThat(log.shop().lastSeq()).isEqualTo(1);
    }

    @Test
    void shouldVoidRecoveryWhenATrafficClaimIsUnderWay() {
        log.claim("move");

        assertVoid(log.advance(Stage.RECOVERED, command()), NOT_HERE);
    }

    @Test
    void shouldVoidRecoveryWhenATrafficRequestMayStillLand() {
        log.claim("move");
        log.unsealed("move");

        assertVoid(log.advance(Stage.RECOVERED, command()), NOT_HERE);
        log.skip("move");
        assertEffective(log.advance(Stage.RECOVERED, command()));
    }

    @Test
    void shouldRecoverWhenAStepThatMovesNothingIsUnderWay() {
        log.done("move").claim("assess");

        assertEffective(log.advance(Stage.RECOVERED, null));
    }

    @Test
    void shouldVoidClosingWhenAClaimIsUnderWay() {
        log.done("move").advance(Stage.RECOVERED, null);
        log.advance(Stage.WATCHING, null);
        log.claim("assess");

        assertVoid(log.advance(Stage.CLOSED, null), NOT_HERE);
    }

    @Test
    void shouldNeverRecoverByItselfWhenThePlanDoesNotSayHow() {
        Log open = Log.with(Plans.of(Plans.assess()));
        open.done("assess");

        assertVoid(open.advance(Stage.RECOVERED, null), NOT_HERE);
        assertEffective(open.advance(Stage.RECOVERED, Asked.by(Asked.ALICE, open.now())));
    }

    @Test
    void shouldVoidALateTrafficClaimWhenTheLockIsReleased() {
        Log late = Log.with(Plans.recoveredWhen(
                "move", Plans.move(), Plans.move("back", "blue").needs(Need.ended("move"))));
        late.done("move").advance(Stage.RECOVERED, null);

        assertThat(late.state("back")).isInstanceOf(StepState.Ready.class);
        assertVoid(late.claim("back"), "INC-2026-03-01-001 has released the lock of the workspace");
    }
}
