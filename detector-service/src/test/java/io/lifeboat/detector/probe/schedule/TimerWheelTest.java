package io.lifeboat.detector.probe.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimerWheelTest {
    private final TimerWheel<String> wheel = new TimerWheel<>(Duration.ofNanos(10), 8, 0);

    @Test
    void shouldGiveNothingBeforeItsTime() {
        wheel.schedule("a", 25);
        assertThat(wheel.advance(29)).isEmpty();
        assertThat(wheel.advance(30)).containsExactly("a");
    }

    @Test
    void shouldGiveEachItemOnce() {
        wheel.schedule("a", 10);
        wheel.advance(10);
        assertThat(wheel.advance(500)).isEmpty();
    }

    @Test
    void shouldGoRoundWhenTheTimeIsFurtherAwayThanTheRing() {
        wheel.schedule("a", 200);
        assertThat(wheel.advance(40)).isEmpty();
        assertThat(wheel.advance(120)).isEmpty();
        assertThat(wheel.advance(200)).containsExactly("a");
    }

    @Test
    void shouldCatchUpWhenItSleptForLongerThanTheRing() {
        wheel.schedule("a", 20);
        wheel.schedule("b", 70);
        wheel.schedule("c", 900);
        assertThat(wheel.advance(800)).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void shouldGiveWhatIsOverdueAtTheNextTick() {
        wheel.advance(100);
        wheel.schedule("late", 3);
        assertThat(wheel.advance(110)).containsExactly("late");
    }

    @Test
    void shouldGiveEverythingExactlyOnceAndNeverEarlyWhateverTheTimes() {
        // given
        Random random = new Random(42);
        TimerWheel<Long> many = new TimerWheel<>(Duration.ofNanos(10), 8, 0);
        List<Long> given = new ArrayList<>();
        int scheduled = 0;

        // when
        for (long now = 0; now < 20_000; now += random.nextInt(60)) {
            for (long due : many.advance(now)) {
                assertThat(due).isLessThanOrEqualTo(now);
                given.add(due);
            }
            if (now < 10_000) {
                long due = now + random.nextInt(500);
                many.schedule(due, due);
                scheduled++;
            }
        }

        // then
        assertThat(given).hasSize(scheduled);
    }
}
