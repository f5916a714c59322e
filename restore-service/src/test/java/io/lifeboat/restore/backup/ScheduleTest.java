package io.lifeboat.restore.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.restore.backup.Schedule.Decision;
import io.lifeboat.workspaces.config.BackupSource;
import io.lifeboat.workspaces.config.Settings;
import io.lifeboat.workspaces.objective.ProtectedData;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final BackupSource SOURCE =
            new BackupSource("qdrant", "qdrant", ProtectedData.COLLECTIONS, EVERY, Duration.ofDays(1), Settings.none());

    private static Decision decide(Optional<Instant> newest, Optional<Instant> failed, Instant now) {
        return Schedule.decide("shop", SOURCE, newest, failed, now);
    }

    @Test
    void shouldBeginAtOnceWhenThereIsNone() {
        assertThat(decide(Optional.empty(), Optional.empty(), NOW))
                .isEqualTo(new Decision.Begin("qdrant was never backed up"));
    }

    @Test
    void shouldBeginWithinTheIntervalAndNotLongBeforeItsEnd() {
        Decision early = decide(
                Optional.of(NOW),
                Optional.empty(),
                NOW.plus(EVERY.multipliedBy(9).dividedBy(10)).minusMillis(1));
        Decision due = decide(Optional.of(NOW), Optional.empty(), NOW.plus(EVERY));

        assertThat(early).isInstanceOf(Decision.Wait.class);
        assertThat(due).isInstanceOf(Decision.Begin.class);
    }

    @Test
    void shouldSayUntilWhenItWaits() {
        Decision decision = decide(Optional.of(NOW), Optional.empty(), NOW);

        assertThat(decision).isInstanceOfSatisfying(Decision.Wait.class, wait -> {
            assertThat(wait.until()).isBetween(NOW.plusSeconds(270), NOW.plusSeconds(300));
            assertThat(wait.why()).isEqualTo("the next backup of qdrant is due at " + wait.until());
            assertThat(decide(Optional.of(NOW), Optional.empty(), wait.until())).isInstanceOf(Decision.Begin.class);
            assertThat(decide(Optional.of(NOW), Optional.empty(), wait.until().minusMillis(1)))
                    .isInstanceOf(Decision.Wait.class);
        });
    }

    @Test
    void shouldTryAgainSoonButNotAtOnceAfterAFailure() {
        Optional<Instant> failed = Optional.of(NOW);

        assertThat(decide(Optional.empty(), failed, NOW.plusSeconds(29))).isInstanceOf(Decision.Wait.class);
        assertThat(decide(Optional.empty(), failed, NOW.plusSeconds(30))).isInstanceOf(Decision.Begin.class);
    }

    @Test
    void shouldSpreadWorkspacesWithinATenthOfTheInterval() {
        long places = java.util.stream.IntStream.range(0, 50)
                .mapToObj(i -> Schedule.decide("w" + i, SOURCE, Optional.of(NOW), Optional.empty(), NOW))
                .map(decision -> ((Decision.Wait) decision).until())
                .distinct()
                .count();

        assertThat(places).isGreaterThan(25);
    }
}
