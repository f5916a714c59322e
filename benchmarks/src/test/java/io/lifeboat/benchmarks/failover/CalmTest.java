package io.lifeboat.benchmarks.failover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalmTest {

    @Test
    void shouldRestOnceTwoWindowsAreNoCheaperThanBefore() {
        assertThat(said(3000, 1500, 900, 880, 870)).containsExactly(false, false, false, false, true);
    }

    @Test
    void shouldNotRestAfterOneSteadyWindow() {
        assertThat(said(3000, 2900, 1500, 1400)).containsExactly(false, false, false, false);
    }

    @Test
    void shouldTakeAWindowThatCostsMoreForASteadyOne() {
        assertThat(said(500, 600, 700)).containsExactly(false, false, true);
    }

    @Test
    void shouldTakeFifteenHundredthsForChanceAndMoreForCheaper() {
        assertThat(said(1000, 850, 850)).containsExactly(false, false, true);
        assertThat(said(1000, 849, 849)).containsExactly(false, false, false);
    }

    private static List<Boolean> said(long... windows) {
        Calm calm = new Calm();
        return Arrays.stream(windows)
                .mapToObj(millis -> calm.after(Duration.ofMillis(millis)))
                .toList();
    }
}
