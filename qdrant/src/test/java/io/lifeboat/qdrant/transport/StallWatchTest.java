package io.lifeboat.qdrant.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StallWatchTest {
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Duration TEN_TIMES_AS_LONG = Duration.ofMillis(200);

    /** Tells when it is closed. */
    private static final class Watched extends ByteArrayInputStream {
        private final CountDownLatch closed = new CountDownLatch(1);

        Watched() {
            super(new byte[0]);
        }

        @Override
        public void close() {
            closed.countDown();
        }

        boolean isClosedInTime() throws InterruptedException {
            return closed.await(20, TimeUnit.SECONDS);
        }

        boolean isOpen() {
            return closed.getCount() > 0;
        }
    }

    /** A slow store is no fault of the server. */
    @Test
    void shouldNotCountTheTimeOfWhoTakesTheBytes() throws Exception {
        Watched slow = new Watched();
        Watched clock = new Watched();
        try (StallWatch watch = StallWatch.over(slow, SHORT)) {
            watch.came();
            try (StallWatch longer = StallWatch.over(clock, TEN_TIMES_AS_LONG)) {
                assertThat(clock.isClosedInTime()).isTrue();
                assertThat(longer.hasStalled()).isTrue();
            }

            assertThat(slow.isOpen()).isTrue();
            assertThat(watch.hasStalled()).isFalse();
            watch.waits();
            assertThat(slow.isClosedInTime()).isTrue();
            assertThat(watch.hasStalled()).isTrue();
        }
    }
}
