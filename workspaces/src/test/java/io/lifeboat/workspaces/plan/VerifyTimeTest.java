package io.lifeboat.workspaces.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.workspaces.config.SmokeTest;
import io.lifeboat.workspaces.config.Verification;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerifyTimeTest {

    @Test
    void shouldBeHalfAMinuteWhenThereAreNoSmokeTests() {
        assertThat(VerifyTime.of(Verification.NONE)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void shouldHaveRoomForTwoRunsOfTheLongestSmokeTest() {
        Verification verification = new Verification(List.of(), List.of(test("a", 40), test("b", 5)));

        assertThat(VerifyTime.of(verification)).isEqualTo(Duration.ofSeconds(110));
    }

    private static SmokeTest test(String name, int seconds) {
        return new SmokeTest(name, List.of("run"), Duration.ofSeconds(seconds));
    }
}
