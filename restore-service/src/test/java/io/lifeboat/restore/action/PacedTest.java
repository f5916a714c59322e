package io.lifeboat.restore.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.plan.Step;
import io.lifeboat.events.step.StepCatalogue;
import io.lifeboat.restore.Story;
import io.lifeboat.saga.step.StepContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacedTest {
    private static final long MB = 1 << 20;

    private final List<String> told = new ArrayList<>();
    private final SetClock clock = new SetClock();
    private final Paced paced = new Paced(context(), clock, 100 * MB);

    private StepContext context() {
        StepContext like = new Story()
                .blueIsActive()
                .opened(
                        false,
                        Step.of("restore", StepCatalogue.RESTORE_COLLECTIONS)
                                .argument("site", "blue")
                                .build())
                .claim("restore");
        return new StepContext(
                like.workspace(),
                like.incident(),
                like.step(),
                like.claim(),
                like.attempt(),
                like.deadline(),
                (String note, Arguments detail) -> told.add(note));
    }

    @Test
    void shouldTellAtMostEveryTwoSecondsHowFarItIs() {
        clock.pass(Duration.ofMillis(1999));
        paced.accept(10 * MB);
        clock.pass(Duration.ofMillis(1));
        paced.accept(20 * MB);
        paced.accept(21 * MB);
        clock.pass(Duration.ofSeconds(2));
        paced.accept(50 * MB);

        assertThat(told)
                .containsExactly(
                        "20 of 100 MB are restored, about 8 s to go", "50 of 100 MB are restored, about 4 s to go");
    }

    private static final class SetClock extends Clock {
        private Instant now = Instant.parse("2026-03-01T10:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
