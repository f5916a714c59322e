package io.lifeboat.events.fold;

import static io.lifeboat.events.fold.RulingAssert.assertEffective;
import static io.lifeboat.events.fold.RulingAssert.assertVoid;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.UnknownEvent;
import io.lifeboat.events.fleet.FleetPinned;
import io.lifeboat.events.id.EventId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.incident.EpochObserved;
import io.lifeboat.events.incident.LogPinned;
import io.lifeboat.events.incident.StepEnded.Verdict;
import io.lifeboat.events.serde.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PartitionTest {
    private final Log log = new Log();

    private static LogRecord at(Instant appendedAt, long offset) {
        Writer writer = Writer.of(Service.FAILOVER, new io.lifeboat.events.id.ProcessId(UUID.randomUUID()));
        return new LogRecord(
                0, offset, appendedAt, new EventId(UUID.randomUUID()), writer, new EpochObserved(Log.SHOP, 1));
    }

    @Test
    void shouldNeverTurnTimeBackWhenTheBrokersClockDoes() {
        Partition folded = Partition.empty(0)
                .apply(at(Log.START, 0))
                .apply(at(Log.START.minusSeconds(5), 1))
                .apply(at(Log.START.plusMillis(1), 2));

        assertThat(folded.time()).isEqualTo(Log.START.plusMillis(1));
        assertThat(Partition.empty(0)
                        .apply(at(Log.START, 0))
                        .apply(at(Log.START.minusSeconds(5), 1))
                        .time())
                .isEqualTo(Log.START);
    }

    @Test
    void shouldUseTheLogsTimeWhenARecordIsOlder() {
        log.open(1, Log.FIRST, true, Plans.of(Plans.assess().retry(1, Duration.ofSeconds(5))), null);
        log.after(Duration.ofSeconds(10)).claim("assess");

        log.after(Duration.ofSeconds(-10)).end("assess", Verdict.RETRY);

        Instant latest = Log.START.plusSeconds(10);
        assertThat(log.state("assess")).isEqualTo(new StepState.Ready(latest, latest.plusSeconds(5)));
    }

    @Test
    void shouldBringTimesBackThatNoClockCanMean() {
        assertThat(Partition.empty(0).apply(at(Instant.MAX, 0)).time())
                .isEqualTo(Instant.parse("9999-12-31T23:59:59.999Z"));
        assertThat(at(Instant.MIN, 0).appendedAt()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void shouldCountOnFromTheRecordsOffsetWhenSomeAreMissing() {
        assertThat(Partition.empty(0).apply(at(Log.START, 41)).next()).isEqualTo(42);
    }

    @Test
    void shouldPinTheLogOnce() {
        assertEffective(log.append(Service.DETECTOR, new LogPinned(6, LogPinned.MURMUR2)));

        assertVoid(
                log.append(Service.DETECTOR, new LogPinned(12, LogPinned.MURMUR2)),
                "the log is pinned to 6 partitions already");
        assertThat(log.partition().pinned()).isEqualTo(new LogPinned(6, LogPinned.MURMUR2));
    }

    @Test
    void shouldVoidAGenesisRecordWhenAnotherServiceWroteIt() {
        assertVoid(
                log.append(Service.FAILOVER, new LogPinned(6, LogPinned.MURMUR2)),
                "written by failover, expected detector");
        assertThat(log.partition().pinned()).isNull();
    }

    @Test
    void shouldVoidAnEventWhenItBelongsIntoAnotherTopic() {
        assertVoid(
                log.append(Service.DETECTOR, new FleetPinned(new UUID(1, 2))),
                "a FleetPinned does not belong into this topic");
    }

    @Test
    void shouldKeepWorkspacesApart() {
        log.open(1, Log.FIRST, true, Plans.failover(), null);
        Workspace before = log.shop();

        log.append(Service.FAILOVER, new EpochObserved(new io.lifeboat.events.id.WorkspaceId("other"), 5));

        assertThat(log.shop()).isEqualTo(before);
        assertThat(log.partition().workspaces()).hasSize(2);
    }

    @Test
    void shouldNotRememberAWorkspaceWhenItsUnknownEventIsNotCritical() {
        log.append(Service.DETECTOR, new UnknownEvent("io.lifeboat.tea.made.v9", false, Log.SHOP));

        assertThat(log.partition().workspaces()).isEmpty();
    }
}
