package io.lifeboat.failover.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.failover.http.HttpCalls;
import io.lifeboat.saga.step.StepOutcome;
import org.junit.jupiter.api.Test;

class TrafficRehearsalTest {

    @Test
    void shouldGoAllTheWayToTheReadBack() throws Exception {
        try (HttpCalls calls = new HttpCalls()) {
            assertThat(new TrafficRehearsal(calls).move())
                    .isInstanceOfSatisfying(
                            StepOutcome.Done.class,
                            done -> assertThat(done.why()).contains("there"));
        }
    }
}
