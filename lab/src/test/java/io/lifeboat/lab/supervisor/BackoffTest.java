package io.lifeboat.lab.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Duration SHORT = Duration.ofMillis(10);

    private final Backoff backoff = new Backoff();

    private List<Long> millisAfterFastFailures(int count) {
        return Stream.generate(() -> backoff.next(SHORT).toMillis())
                .limit(count)
                .toList();
    }

    @Test
    void shouldWaitOnlyAfterRepeatedFastFailures() {
        assertThat(millisAfterFastFailures(9)).containsExactly(0L, 0L, 0L, 0L, 0L, 500L, 1_000L, 2_000L, 4_000L);
    }

    @Test
    void shouldNeverWaitLongerThanTenSeconds() {
        assertThat(millisAfterFastFailures(40).getLast()).isEqualTo(10_000L);
    }

    @Test
    void shouldNotWaitWhenTheLastRunWasLong() {
        millisAfterFastFailures(9);

        assertThat(backoff.next(Backoff.FAST)).isEqualTo(Duration.ZERO);
        assertThat(backoff.next(SHORT)).isEqualTo(Duration.ZERO);
    }
}
