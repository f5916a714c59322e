package io.lifeboat.events.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.id.StepId;
import io.lifeboat.events.incident.PlanChanged;
import io.lifeboat.events.plan.Plan;
import io.lifeboat.events.plan.Step;
import io.lifeboat.events.serde.Decoded;
import io.lifeboat.events.serde.Envelope;
import io.lifeboat.events.serde.EventCodec;
import io.lifeboat.events.serde.Json;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for any sequence of records whatsoever, tried with seeded random ones. */
class FoldPropertiesTest {
    private static final int SEEDS = 60;
    private static final int LENGTH = 250;

    private static final Map<Long, List<LogRecord>> LOGS = new java.util.concurrent.ConcurrentHashMap<>();

    private static List<LogRecord> log(long seed) {
        return LOGS.computeIfAbsent(seed, FoldPropertiesTest::make);
    }

    private static List<LogRecord> make(long seed) {
        Chaos chaos = new Chaos(seed);
        List<LogRecord> records = new ArrayList<>();
        Partition partition = Partition.empty(0);
        for (int i = 0; i < LENGTH; i++) {
            records.add(chaos.next(partition));
            partition = partition.apply(records.get(i));
        }
        return records;
    }

    private static Partition fold(List<LogRecord> records) {
        Partition partition = Partition.empty(0);
        for (LogRecord record : records) {
            partition = partition.apply(record);
        }
        return partition;
    }

    /** Folds each seed's log and shows every transition. */
    private static void forEachStep(Transition check) {
        for (long seed = 0; seed < SEEDS; seed++) {
            Partition before = Partition.empty(0);
            for (LogRecord record : log(seed)) {
                Partition after = before.apply(record);
                check.accept(before, record, after);
                before = after;
            }
        }
    }

    private interface Transition {
        void accept(Partition before, LogRecord record, Partition after);
    }

    private static Workspace shop(Partition partition) {
        return partition.workspace(Log.SHOP);
    }

    @Test
    void shouldReachDeepStatesOrTheOtherPropertiesSayLittle() {
        Map<Reached, Integer> reached = new EnumMap<>(Reached.class);

        forEachStep((before, record, after) -> {
            for (Incident incident : shop(after).incidents().values()) {
                Reached.of(incident).forEach(what -> reached.merge(what, 1, Integer::sum));
            }
        });

        assertThat(reached).containsOnlyKeys(Reached.values());
    }

    private enum Reached {
        MOVING,
        ABORTED,
        UNDOING,
        RECOVERED,
        STOPPING,
        UNSEALED,
        SUCCEEDED,
        RETRIED,
        APPROVED,
        RERUN,
        TAKEN_OVER;

        static Set<Reached> of(Incident incident) {
            Set<Reached> reached = new HashSet<>();
            switch (incident.stage()) {
                case ABORTED -> reached.add(ABORTED);
                case RECOVERED, WATCHING -> reached.add(RECOVERED);
                case RECOVERING, NEEDS_PERSON, CLOSED -> {}
            }
            if (incident.undoing()) {
                reached.add(UNDOING);
            }
            incident.steps().values().forEach(status -> add(reached, status));
            return reached;
        }

        private static void add(Set<Reached> reached, StepStatus status) {
            if (status.retries() > 0) {
                reached.add(RETRIED);
            }
            if (!status.approvals().isEmpty()) {
                reached.add(APPROVED);
            }
            if (status.rerunAllowed() > 0) {
                reached.add(RERUN);
            }
            if (status.attempt() > 1) {
                reached.add(TAKEN_OVER);
            }
            switch (status.state()) {
                case StepState.Claimed claimed when claimed.stopRequested() -> reached.add(STOPPING);
                case StepState.Claimed claimed when claimed.epoch() > 0 -> reached.add(MOVING);
                case StepState.Failed failed when failed.unsealed() -> reached.add(UNSEALED);
                case StepState.Succeeded s -> reached.add(SUCCEEDED);
                case StepState.Claimed c -> {}
                case StepState.Failed f -> {}
                case StepState.Pending p -> {}
                case StepState.Ready r -> {}
                case StepState.AwaitingApproval a -> {}
                case StepState.Skipped s -> {}
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void shouldFoldToTheSameBytesWhenTheRecordsWentOverTheWire(long seed) throws Exception {
        List<LogRecord> records = log(seed);
        List<LogRecord> read =
                records.stream().map(FoldPropertiesTest::overTheWire).toList();

        byte[] first = Json.bytes(fold(records));

        assertThat(Json.bytes(fold(read))).isEqualTo(first);
        assertThat(Json.bytes(Json.mapper().readTree(first))).isEqualTo(first);
    }

    private static LogRecord overTheWire(LogRecord record) {
        if (record.event() instanceof io.lifeboat.events.UnknownEvent) {
            return record;
        }
        Envelope sent = new Envelope(record.id(), record.writer(), "", record.appendedAt(), null, null, record.event());
        Decoded decoded = EventCodec.decode(EventCodec.encode(sent));
        assertThat(decoded).isInstanceOf(Decoded.Readable.class);
        Envelope got = ((Decoded.Readable) decoded).envelope();
        return new LogRecord(
                record.partition(), record.offset(), record.appendedAt(), got.id(), got.writer(), got.event());
    }

    @Test
    void shouldChangeNothingWhenARecordComesTwice() {
        forEachStep((before, record, after) -> {
            if (after.ruling().isEffective()) {
                Partition again = after.apply(record);
                assertThat(again.workspaces()).as(record::toString).isEqualTo(after.workspaces());
                assertThat(again.owners()).isEqualTo(after.owners());
                assertThat(again.pinned()).isEqualTo(after.pinned());
            }
        });
    }

    @Test
    void shouldChangeNothingWhenARecordIsVoid() {
        forEachStep((before, record, after) -> {
            if (after.ruling() instanceof Ruling.Voided) {
                assertThat(shop(after)).as(record::toString).isEqualTo(shop(before));
                assertThat(after.owners()).isEqualTo(before.owners());
            }
        });
    }

    @Test
    void shouldNeverLetEpochsTimeOrVersionsFall() {
        forEachStep((before, record, after) -> {
            assertThat(shop(after).epoch()).isGreaterThanOrEqualTo(shop(before).epoch());
            assertThat(shop(after).version())
                    .isGreaterThanOrEqualTo(shop(before).version());
            assertThat(shop(after).lastSeq())
                    .isGreaterThanOrEqualTo(shop(before).lastSeq());
            assertThat(after.time()).isAfterOrEqualTo(before.time());
        });
    }

    @Test
    void shouldGiveEveryTrafficClaimAnEpochOfItsOwn() {
        forEachStep((before, record, after) -> {
            if (record.event() instanceof io.lifeboat.events.incident.StepClaimed claim
                    && after.ruling().isEffective()) {
                Incident incident = after.workspace(claim.workspace())
                        .find(claim.incident())
                        .orElseThrow();
                long epoch = incident.status(claim.step()).currentClaim().epoch();
                boolean moves = incident.plan().find(claim.step()).orElseThrow().movesTraffic();
                assertThat(epoch > before.workspace(claim.workspace()).epoch()).isEqualTo(moves);
            }
        });
    }

    @Test
    void shouldChangeTheActiveSiteOnlyByATrafficVerdict() {
        forEachStep((before, record, after) -> {
            if (shop(before).active() != null
                    && !shop(before).active().equals(shop(after).active())) {
                assertThat(record.event()).isInstanceOf(io.lifeboat.events.incident.StepEnded.class);
            }
        });
    }

    @Test
    void shouldNeverHaveTwoRecoveriesThatMove() {
        forEachStep((before, record, after) -> assertThat(shop(after).open().filter(Incident::holdsLock))
                .as(record::toString)
                .hasSizeLessThanOrEqualTo(1));
    }

    @Test
    void shouldNeverReopenAStepThatEnded() {
        forEachStep((before, record, after) -> shop(before)
                .open()
                .forEach(incident -> shop(after)
                        .find(incident.id())
                        .ifPresent(later -> incident.steps()
                                .forEach((step, status) -> assertStillEnded(record, incident, step, later)))));
    }

    /** Only a notice that has been sent may go from its plan. */
    private static void assertStillEnded(LogRecord record, Incident before, StepId step, Incident later) {
        StepStatus status = before.status(step);
        if (status.state().isEnded() && later.find(step).isEmpty()) {
            assertThat(ClaimRules.isNotice(before.plan().find(step).orElseThrow()))
                    .as(record::toString)
                    .isTrue();
        } else if (status.state().isEnded()) {
            assertThat(later.status(step).state()).as(record::toString).hasSameClassAs(status.state());
            assertThat(later.status(step).attempt()).isEqualTo(status.attempt());
        }
    }

    @Test
    void shouldNeverRememberMoreOfAnIncidentThanItsPlan() {
        forEachStep((before, record, after) -> shop(after).open().forEach(incident -> {
            assertThat(incident.steps()).hasSameSizeAs(incident.plan().steps());
            assertThat(incident.steps().values())
                    .allMatch(status -> status.approvals().size() <= 2 && status.retries() <= 2);
        }));
    }

    @Test
    void shouldCountApprovalsOnlyOfThePlanAsItIs() {
        forEachStep((before, record, after) -> {
            if (record.event() instanceof PlanChanged changed && after.ruling().isEffective()) {
                Plan old = incident(before, changed).plan();
                incident(after, changed)
                        .steps()
                        .forEach((step, status) -> assertThat(status.approvals().isEmpty()
                                        || status.state().isEnded()
                                        || changesNoticesOnly(old, changed))
                                .as("%s of %s", step, record)
                                .isTrue());
            }
        });
    }

    private static Incident incident(Partition partition, PlanChanged changed) {
        return partition.workspace(changed.workspace()).find(changed.incident()).orElseThrow();
    }

    private static boolean changesNoticesOnly(Plan old, PlanChanged changed) {
        return changed.command() == null && withoutNotices(old).equals(withoutNotices(changed.plan()));
    }

    private static List<Step> withoutNotices(Plan plan) {
        return plan.steps().stream().filter(step -> !ClaimRules.isNotice(step)).toList();
    }
}
