package io.lifeboat.saga.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.fold.LogRecord;
import io.lifeboat.events.fold.Partition;
import io.lifeboat.events.id.EventId;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.incident.OwnerMarked;
import io.lifeboat.events.member.MemberBeat;
import io.lifeboat.events.serde.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OwnershipTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final ProcessId ME = new ProcessId(UUID.randomUUID());
    private static final ProcessId OTHER = new ProcessId(UUID.randomUUID());

    private final Members members = new Members(Duration.ofSeconds(1));
    private final Ownership ownership = new Ownership(Settings.of(Service.FAILOVER, ME, "failover"), members);

    @Test
    void shouldMarkItselfWhenNobodyOwnsThePartition() {
        beat(ME, 0, false);

        assertThat(ownership.mark(Partition.empty(0))).contains(new OwnerMarked(Service.FAILOVER, ME, 1));
    }

    @Test
    void shouldNotMarkItselfBeforeItIsHeardAlive() {
        assertThat(ownership.mark(Partition.empty(0))).isEmpty();
    }

    @Test
    void shouldLeaveThePartitionToItsOwnerWhileItBeats() {
        beat(OTHER, 0, false);
        beat(OTHER, 900, false);
        beat(ME, 1_900, false);

        assertThat(ownership.mark(ownedBy(OTHER))).isEmpty();
    }

    @Test
    void shouldTakeOverWhenTheOwnersBeatHasStopped() {
        beat(OTHER, 0, false);
        beat(ME, 1_000, false);
        assertThat(ownership.mark(ownedBy(OTHER)))
                .as("at the very end of its time")
                .isEmpty();
        beat(ME, 1_001, false);

        assertThat(ownership.mark(ownedBy(OTHER))).contains(new OwnerMarked(Service.FAILOVER, ME, 2));
    }

    @Test
    void shouldTakeOverAtOnceWhenTheOwnerHasLeft() {
        beat(OTHER, 0, false);
        beat(ME, 10, false);
        beat(OTHER, 20, true);

        assertThat(ownership.mark(ownedBy(OTHER))).contains(new OwnerMarked(Service.FAILOVER, ME, 2));
    }

    @Test
    void shouldWaitUntilItHasListenedWhenTheOwnerWasNeverHeard() {
        beat(ME, 0, false);
        assertThat(ownership.mark(ownedBy(OTHER))).isEmpty();
        beat(ME, 1_001, false);

        assertThat(ownership.mark(ownedBy(OTHER))).isPresent();
    }

    @Test
    void shouldMarkExactlyOneOfTheLivingWhenThePartitionIsVacant() {
        Ownership others = new Ownership(Settings.of(Service.FAILOVER, OTHER, "other"), members);
        beat(ME, 0, false);
        beat(OTHER, 1, false);

        for (int partition = 0; partition < 20; partition++) {
            Partition vacant = Partition.empty(partition);
            assertThat(ownership.mark(vacant).isPresent())
                    .isNotEqualTo(others.mark(vacant).isPresent());
        }
    }

    private void beat(ProcessId process, long millis, boolean leaving) {
        members.heard(new MemberBeat(Service.FAILOVER, process, "failover", true, leaving), START.plusMillis(millis));
    }

    private static Partition ownedBy(ProcessId process) {
        return Partition.empty(0)
                .apply(new LogRecord(
                        0,
                        0,
                        START,
                        new EventId(UUID.randomUUID()),
                        Writer.of(Service.FAILOVER, process),
                        new OwnerMarked(Service.FAILOVER, process, 1)));
    }
}
