package io.lifeboat.saga.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.events.fold.Guards;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.Service;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private static final ProcessId ME = new ProcessId(UUID.randomUUID());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PT0S   | PT1S   | PT1S  | beat: expected more than zero
            PT-1S  | PT1S   | PT1S  | beat: expected more than zero
            PT1S   | PT1.9S | PT1S  | aliveFor: expected at least two beats of PT1S, got PT1.9S
            PT1S   | PT2S   | PT0S  | resend: expected more than zero
            PT1S   | PT2S   | PT-1S | resend: expected more than zero
            """)
    void shouldRejectWhenTimesCannotBe(Duration beat, Duration aliveFor, Duration resend, String message) {
        assertThatThrownBy(() -> with(beat, aliveFor, resend))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void shouldAcceptWhenAProcessMayMissOneBeat() {
        Settings settings = with(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofMillis(1));

        assertThat(settings.aliveFor()).isEqualTo(Duration.ofSeconds(2));
    }

    private static Settings with(Duration beat, Duration aliveFor, Duration resend) {
        return new Settings(Service.FAILOVER, ME, "failover", beat, aliveFor, resend, Guards.ALL);
    }
}
