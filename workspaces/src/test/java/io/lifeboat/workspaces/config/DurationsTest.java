package io.lifeboat.workspaces.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "500ms, PT0.5S, 500ms",
        "10s, PT10S, 10s",
        "60s, PT1M, 1m",
        "5m, PT5M, 5m",
        "1h, PT1H, 1h",
        "2d, PT48H, 2d",
        "366d, PT8784H, 366d",
        "0s, PT0S, 0s",
        "PT1.5S, PT1.5S, 1500ms",
    })
    void shouldReadAndWriteWhatPeopleWrite(String text, Duration expected, String shortest) {
        assertThat(Durations.parse(text)).isEqualTo(expected);
        assertThat(Durations.text(expected)).isEqualTo(shortest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "10", "s", "1.5s", "-1s", "-PT1S", "10 s", "10S", "1w", "367d", "9999999999h", "PT9999999H"})
    void shouldRefuseWhenItIsNoDurationOrTooLong(String text) {
        assertThatThrownBy(() -> Durations.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected " + Durations.EXPECTED + ", got '" + text + "'");
    }
}
