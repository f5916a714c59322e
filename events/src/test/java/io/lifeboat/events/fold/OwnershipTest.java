package io.lifeboat.events.fold;

import static io.lifeboat.events.fold.RulingAssert.assertEffective;
import static io.lifeboat.events.fold.RulingAssert.assertVoid;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.incident.OwnerMarked;
import io.lifeboat.events.serde.Writer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnershipTest {
    private final Log log = new Log();
    private final ProcessId next = log.newProcess();

    @Test
    void shouldMakeAProcessOwnerWhenItsTermIsHigher() {
        Ruling ruling = log.mark(Service.FAILOVER, next, 2);

        assertEffective(ruling);
        assertThat(log.partition().owner(Service.FAILOVER)).contains(new Owner(next, 2));
    }

    @Test
    void shouldSkipTermsWhenThatIsHowTheyCome() {
        assertEffective(log.mark(Service.FAILOVER, next, 7));
    }

    @Test
    void shouldVoidAMarkWhenItsTermIsTheCurrentOne() {
        log.mark(Service.FAILOVER, log.newProcess(), 2);
        Owner before = log.partition().owner(Service.FAILOVER).orElseThrow();

        Ruling ruling = log.mark(Service.FAILOVER, next, 2);

        assertVoid(ruling, "term 2, expected more than 2");
        assertThat(log.partition().owner(Service.FAILOVER)).contains(before);
    }

    @Test
    void shouldVoidAMarkWhenItsTermIsLower() {
        log.mark(Service.FAILOVER, log.newProcess(), 3);

        assertVoid(log.mark(Service.FAILOVER, next, 2), "term 2, expected more than 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"detector", "console"})
    void shouldVoidAMarkWhenAnotherServiceWroteIt(String writer) {
        Ruling ruling = log.append(new Writer(writer, next), new OwnerMarked(Service.FAILOVER, next, 2));

        assertVoid(ruling, "written by " + writer + ", expected failover itself");
    }

    @Test
    void shouldVoidAMarkWhenAnotherProcessWroteIt() {
        Ruling ruling = log.append(Service.FAILOVER, new OwnerMarked(Service.FAILOVER, next, 2));

        assertVoid(ruling, "written by failover, expected failover itself");
    }

    @Test
    void shouldKeepOwnersOfOtherServicesWhenOneChanges() {
        Owner before = log.partition().owner(Service.VERIFIER).orElseThrow();

        log.mark(Service.FAILOVER, next, 2);

        assertThat(log.partition().owner(Service.VERIFIER)).contains(before);
    }

    @Test
    void shouldKeepCountingTermsWhenTheOwnerMarksItselfAgain() {
        log.mark(Service.FAILOVER, next, 2);

        assertEffective(log.mark(Service.FAILOVER, next, 3));
    }
}
