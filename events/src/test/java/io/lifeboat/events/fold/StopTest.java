package io.lifeboat.events.fold;

import static io.lifeboat.events.fold.RulingAssert.assertEffective;
import static io.lifeboat.events.fold.RulingAssert.assertVoid;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.UnknownEvent;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.incident.MaintenanceSet;
import io.lifeboat.events.incident.WorkspaceHeld;
import io.lifeboat.events.incident.WorkspaceReleased;
import io.lifeboat.events.plan.Step;
import io.lifeboat.events.step.StepCatalogue;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What stops effects, and what it never stops: notices and seals. */
class StopTest {
    private final Log log = Log.with(Plans.of(
            Plans.assess(),
            Plans.move(),
            Plans.tell(),
            Step.of("call", StepCatalogue.ESCALATE).argument("reason", "help")));

    private Ruling hold() {
        return log.append(
                Service.DETECTOR, new WorkspaceHeld(Log.SHOP, log.shop().version(), "migration", null));
    }

    private Ruling maintain(Instant from, Instant until) {
        return log.append(
                Service.DETECTOR,
                new MaintenanceSet(Log.SHOP, from, until, log.shop().version(), "upgrade", null));
    }

    @Test
    void shouldVoidAClaimWhenTheWorkspaceIsHeldAndTakeItOnceReleased() {
        hold();

        assertVoid(log.claim("assess"), "held: migration");
        log.append(Service.DETECTOR, new WorkspaceReleased(Log.SHOP, log.shop().version(), "done", null));
        assertEffective(log.claim("assess"));
    }

    @Test
    void shouldVoidATakeoverWhenTheWorkspaceIsHeld() {
        log.claim("assess");
        hold();

        assertVoid(log.claim("assess"), "held: migration");
    }

    @Test
    void shouldTakeNoticesWhenTheWorkspaceIsHeld() {
        hold();

        assertEffective(log.claim("tell"));
        assertEffective(log.claim("call"));
    }

    @Test
    void shouldTakeOverToSealWhenTheWorkspaceIsHeld() {
        log.claim("move");
        log.skip("move");
        hold();

        assertEffective(log.claim("move"));
        assertThat(log.claimOf("move").stopRequested()).isTrue();
    }

    @Test
    void shouldVoidAnAutomaticClaimWhenItFallsIntoMaintenance() {
        Instant from = log.now().plusSeconds(10);
        maintain(from, from.plusSeconds(60));

        log.after(Duration.ofSeconds(10));
        assertVoid(log.claim("assess"), "maintenance until 2026-03-01T08:01:10Z");
        log.after(Duration.ofSeconds(60).minusMillis(1));
        assertVoid(log.claim("assess"), "maintenance until 2026-03-01T08:01:10Z");
        assertEffective(log.after(Duration.ofMillis(1)).claim("assess"));
    }

    @Test
    void shouldTakeAnAutomaticClaimWhenMaintenanceHasNotBegun() {
        Instant from = log.now().plusSeconds(10);
        maintain(from, from.plusSeconds(60));

        assertEffective(log.after(Duration.ofSeconds(10).minusMillis(1)).claim("assess"));
    }

    @Test
    void shouldTakeAClaimInMaintenanceWhenAPersonOpenedTheIncident() {
        Log manual = new Log();
        manual.open(1, Log.FIRST, false, Plans.of(Plans.assess()), Asked.by(Asked.ALICE, manual.now()));
        manual.append(
                Service.DETECTOR,
                new MaintenanceSet(
                        Log.SHOP,
                        manual.now(),
                        manual.now().plusSeconds(60),
                        manual.shop().version(),
                        "up",
                        null));

        assertEffective(manual.claim("assess"));
    }

    @Test
    void shouldVoidAClaimWhenACriticalEventIsUnknown() {
        Ruling ruling = log.append(Service.DETECTOR, new UnknownEvent("io.lifeboat.lease.granted.v9", true, Log.SHOP));

        assertThat(ruling).isEqualTo(new Ruling.Unknown());
        assertVoid(
                log.claim("assess"),
                "read-only: the log has a critical event of unknown type io.lifeboat.lease.granted.v9");
    }

    @Test
    void shouldTakeAClaimWhenAnUnknownEventIsNotCritical() {
        Partition before = log.partition();
        Ruling ruling = log.append(Service.DETECTOR, new UnknownEvent("io.lifeboat.tea.made.v9", false, Log.SHOP));

        assertThat(ruling).isEqualTo(new Ruling.Unknown());
        assertThat(log.shop()).isEqualTo(before.workspace(Log.SHOP));
        assertEffective(log.claim("assess"));
    }

    @Test
    void shouldLeaveOtherWorkspacesAloneWhenACriticalEventIsUnknown() {
        log.append(
                Service.DETECTOR,
                new UnknownEvent("io.lifeboat.lease.granted.v9", true, new io.lifeboat.events.id.WorkspaceId("b")));
        log.append(Service.DETECTOR, new UnknownEvent("io.lifeboat.lease.granted.v9", true, null));

        assertEffective(log.claim("assess"));
    }
}
