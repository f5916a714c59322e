package io.lifeboat.events.fold;

import static io.lifeboat.events.fold.RulingAssert.assertEffective;
import static io.lifeboat.events.fold.RulingAssert.assertVoid;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.id.ClaimId;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.incident.StepClaimed;
import io.lifeboat.events.incident.StepEnded.Verdict;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.serde.Writer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimTest {
    private final Log log = Log.with(Plans.failover());

    private static StepClaimed attempt(StepClaimed claim, int attempt) {
        return new StepClaimed(
                claim.workspace(),
                claim.incident(),
                claim.step(),
                attempt,
                claim.process(),
                claim.claim(),
                claim.arguments(),
                claim.why());
    }

    private static StepClaimed arguments(StepClaimed claim, Arguments arguments) {
        return new StepClaimed(
                claim.workspace(),
                claim.incident(),
                claim.step(),
                claim.attempt(),
                claim.process(),
                claim.claim(),
                arguments,
                claim.why());
    }

    private static StepClaimed named(StepClaimed claim, IncidentId incident, StepId step, ClaimId id) {
        return new StepClaimed(
                claim.workspace(),
                incident,
                step,
                claim.attempt(),
                claim.process(),
                id,
                claim.arguments(),
                claim.why());
    }

    @Test
    void shouldClaimAReadyStepWhenTheOwnerAsks() {
        StepClaimed claim = log.claimFor("assess");

        Ruling ruling = log.append(Service.FAILOVER, claim);

        assertEffective(ruling);
        assertThat(log.state("assess"))
                .isEqualTo(
                        new StepState.Claimed(claim.claim(), claim.process(), 0, claim.arguments(), log.now(), false));
        assertThat(log.status("assess").attempt()).isEqualTo(1);
    }

    @Test
    void shouldVoidAClaimWhenItsProcessIsNotTheOwner() {
        StepClaimed late = log.claimFor("assess");
        Writer writer = Writer.of(Service.FAILOVER, late.process());
        log.mark(Service.FAILOVER, log.newProcess(), 2);

        assertVoid(log.append(writer, late), late.process() + " is not the owner of the partition");
    }

    @Test
    void shouldVoidAClaimWhenNobodyOwnsThePartition() {
        Partition nobodys = Partition.empty(0)
                .apply(new LogRecord(
                        0,
                        0,
                        Log.START,
                        new io.lifeboat.events.id.EventId(java.util.UUID.randomUUID()),
                        Writer.of(Service.DETECTOR, log.process(Service.DETECTOR)),
                        Log.opened(1, Log.FIRST, true, Plans.failover(), null)));
        StepClaimed claim = log.claimFor("assess");

        Partition folded = nobodys.apply(new LogRecord(
                0,
                1,
                Log.START,
                new io.lifeboat.events.id.EventId(java.util.UUID.randomUUID()),
                Writer.of(Service.FAILOVER, claim.process()),
                claim));

        assertVoid(folded.ruling(), claim.process() + " is not the owner of the partition");
    }

    @Test
    void shouldVoidAClaimWhenTheOwnerOfAnotherServiceMakesIt() {
        StepClaimed claim = log.claimFor("assess");

        Ruling ruling = log.append(Writer.of(Service.VERIFIER, claim.process()), claim);

        assertVoid(ruling, "written by verifier, expected failover itself");
    }

    @Test
    void shouldVoidAClaimWhenItNamesAnotherProcessThanItsWriter() {
        Ruling ruling = log.append(Writer.of(Service.FAILOVER, log.newProcess()), log.claimFor("assess"));

        assertVoid(ruling, "written by failover, expected failover itself");
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 2, 3, Integer.MAX_VALUE})
    void shouldVoidAClaimWhenItsAttemptIsNotTheNext(int attempt) {
        Ruling ruling = log.append(Service.FAILOVER, attempt(log.claimFor("assess"), attempt));

        assertVoid(ruling, "attempt %d, expected 1".formatted(attempt));
    }

    @Test
    void shouldVoidTheLaterOfTwoClaimsWhenBothAreForOneAttempt() {
        StepClaimed first = log.claimFor("assess");
        StepClaimed second = log.claimFor("assess");
        log.append(Service.FAILOVER, first);

        Ruling ruling = log.append(Service.FAILOVER, second);

        assertVoid(ruling, "attempt 1, expected 2");
        assertThat(log.claimOf("assess").claim()).isEqualTo(first.claim());
    }

    @Test
    void shouldVoidAClaimWhenTheStepWaitsForOthers() {
        assertVoid(log.claim("move"), "it waits for other steps");
    }

    @Test
    void shouldVoidAClaimWhenPeopleAreMissing() {
        Log asking = Log.with(Plans.of(Plans.assess().approvedBy(1)));

        assertVoid(asking.claim("assess"), "it waits for approval");
    }

    @Test
    void shouldVoidAClaimWhenTheStepHasSucceeded() {
        log.done("assess");

        assertVoid(log.claim("assess"), "it has succeeded");
    }

    @Test
    void shouldVoidAClaimWhenTheStepHasFailed() {
        log.claim("assess");
        log.end("assess", Verdict.FAILED);

        assertVoid(log.claim("assess"), "it has failed");
    }

    @Test
    void shouldVoidAClaimWhenTheStepWasSkipped() {
        log.skip("assess");

        assertVoid(log.claim("assess"), "it was skipped");
    }

    @Test
    void shouldVoidAClaimWhenItsRetryStillWaits() {
        Log retrying = Log.with(Plans.of(Plans.assess().retry(1, Duration.ofSeconds(5))));
        retrying.claim("assess");
        retrying.end("assess", Verdict.RETRY);

        Ruling early = retrying.after(Duration.ofSeconds(5).minusMillis(1)).claim("assess");
        Ruling punctual = retrying.after(Duration.ofMillis(1)).claim("assess");

        assertVoid(early, "too early, its retry waits until 2026-03-01T08:00:05Z");
        assertEffective(punctual);
    }

    @Test
    void shouldVoidAClaimWhenAnArgumentIsNotThePlans() {
        StepClaimed claim = arguments(log.claimFor("assess"), Arguments.of("site", "blue"));

        assertVoid(log.append(Service.FAILOVER, claim), "argument 'site' is not the plan's");
    }

    @Test
    void shouldVoidAClaimWhenAnArgumentOfThePlanIsMissing() {
        StepClaimed claim = arguments(log.claimFor("assess"), Arguments.none());

        assertVoid(log.append(Service.FAILOVER, claim), "argument 'site' is not the plan's");
    }

    @Test
    void shouldTakeMoreArgumentsWhenThePlansAreAmongThem() {
        Arguments resolved = log.claimFor("assess").arguments().with("expected", "blue:6333");

        Ruling ruling = log.append(Service.FAILOVER, arguments(log.claimFor("assess"), resolved));

        assertEffective(ruling);
        assertThat(log.claimOf("assess").arguments()).isEqualTo(resolved);
    }

    @Test
    void shouldVoidAClaimWhenThereIsNoSuchStep() {
        StepClaimed claim = log.claimFor("assess");
        Ruling noStep = log.append(Service.FAILOVER, named(claim, Log.FIRST, new StepId("nothing"), claim.claim()));
        Ruling noIncident = log.append(Service.FAILOVER, named(claim, Log.SECOND, claim.step(), claim.claim()));

        assertVoid(noStep, "no open incident INC-2026-03-01-001 has a step 'nothing'");
        assertVoid(noIncident, "no open incident INC-2026-03-01-002 has a step 'assess'");
    }

    @Test
    void shouldVoidATakeoverWhenItReusesTheClaimsName() {
        log.claim("assess");
        StepClaimed again = log.claimFor("assess");
        ClaimId current = log.claimOf("assess").claim();

        Ruling ruling = log.append(Service.FAILOVER, named(again, Log.FIRST, again.step(), current));

        assertVoid(ruling, "claim " + current + " is the current one already");
    }

    @Test
    void shouldNameTheNewProcessWhenItTakesAClaimOver() {
        log.claim("assess");
        ProcessId successor = log.newProcess();
        log.mark(Service.FAILOVER, successor, 2);

        Ruling ruling = log.claim("assess");

        assertEffective(ruling);
        assertThat(log.claimOf("assess").process()).isEqualTo(successor);
        assertThat(log.status("assess").attempt()).isEqualTo(2);
        assertThat(log.status("assess").retries()).isZero();
    }
}
