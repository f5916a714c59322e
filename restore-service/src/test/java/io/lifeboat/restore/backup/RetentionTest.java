package io.lifeboat.restore.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.backup.BackupId;
import io.lifeboat.backup.BackupKind;
import io.lifeboat.backup.BackupRecord;
import io.lifeboat.workspaces.config.Keep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    private static Instant ago(int hours) {
        return NOW.minus(Duration.ofHours(hours));
    }

    private static Set<Instant> kept(List<BackupRecord> records, Keep keep) {
        Set<BackupId> expired = new HashSet<>(Retention.expired(records, keep, NOW));
        return records.stream()
                .filter(backup -> !expired.contains(backup.id()))
                .map(BackupRecord::taken)
                .collect(Collectors.toSet());
    }

    @Test
    void shouldKeepAllWithinTheHoursAndNothingBeyondWhenNothingElseIsWanted() {
        List<BackupRecord> records =
                List.of(Records.full(ago(1)), Records.full(ago(47)), Records.full(ago(48)), Records.full(ago(100)));

        assertThat(kept(records, new Keep(48, 0, 0, 0, 0))).containsExactlyInAnyOrder(ago(1), ago(47));
    }

    @Test
    void shouldKeepTheNewestOfEachDay() {
        List<BackupRecord> records = List.of(
                Records.full(ago(1)),
                Records.full(ago(25)),
                Records.full(ago(30)),
                Records.full(ago(49)),
                Records.full(ago(73)));

        assertThat(kept(records, new Keep(1, 3, 0, 0, 0))).containsExactlyInAnyOrder(ago(1), ago(25), ago(49));
    }

    @Test
    void shouldKeepTheNewestHoweverOldItIs() {
        assertThat(kept(List.of(Records.full(ago(9000))), new Keep(1, 0, 0, 0, 0)))
                .containsExactly(ago(9000));
    }

    @Test
    void shouldKeepWhatSomebodyElseMade() {
        BackupRecord foreign = Records.record(BackupKind.FULL, ago(9000), null, true, List.of());

        assertThat(kept(List.of(Records.full(ago(1)), foreign), new Keep(1, 0, 0, 0, 0)))
                .contains(foreign.taken());
    }

    @Test
    void shouldKeepEachLinkThatAKeptOneBuildsOn() {
        BackupRecord first = Records.full(ago(300));
        BackupRecord second = Records.after(first, ago(200));
        BackupRecord third = Records.after(second, ago(1));
        BackupRecord other = Records.full(ago(250));

        assertThat(kept(List.of(other, third, second, first), new Keep(2, 0, 0, 0, 0)))
                .containsExactlyInAnyOrder(first.taken(), second.taken(), third.taken());
    }

    /** For any set of backups: the newest stays, all links stay, and asking twice deletes nothing more. */
    @Test
    void shouldNeverBreakAChainWhateverIsThere() {
        Random random = new Random(11);
        for (int round = 0; round < 300; round++) {
            List<BackupRecord> records = new ArrayList<>();
            int hours = 0;
            for (int i = 0; i < 60; i++) {
                hours += 1 + random.nextInt(200);
                Instant taken = ago(20_000 - hours);
                records.add(
                        i == 0 || random.nextInt(4) == 0
                                ? Records.full(taken)
                                : Records.after(records.getLast(), taken));
            }
            Collections.shuffle(records, random);
            Keep keep = new Keep(1 + random.nextInt(50), random.nextInt(40), random.nextInt(10), random.nextInt(10), 3);

            Set<BackupId> expired = new HashSet<>(Retention.expired(records, keep, NOW));

            List<BackupRecord> left = records.stream()
                    .filter(backup -> !expired.contains(backup.id()))
                    .toList();
            assertThat(left).isNotEmpty();
            Set<BackupId> ids = left.stream().map(BackupRecord::id).collect(Collectors.toSet());
            assertThat(left)
                    .allSatisfy(backup -> assertThat(backup.base() == null || ids.contains(backup.base()))
                            .as("%s builds on %s", backup.id(), backup.base())
                            .isTrue());
            assertThat(Retention.expired(left, keep, NOW)).isEmpty();
        }
    }
}
