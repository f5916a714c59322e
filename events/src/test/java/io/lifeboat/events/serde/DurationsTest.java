package io.lifeboat.events.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JacksonException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PT0S",
                "PT30S",
                "PT999999999S",
                "PT5M",
                "PT999999999H",
                "PT1234567890S",
                "PT1H30M",
                "PT0.5S",
                "PT-5S",
                "P1D",
                "pt5m",
                "-PT5M"
            })
    void shouldReadAsTheJdkDoes(String text) throws Exception {
        assertThat(Json.mapper().readValue('"' + text + '"', Duration.class)).isEqualTo(Duration.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PTS", "PT", "PT5", "PT5D", "T5S", "XT5S", "PX5S", "PT5 S", "five"})
    void shouldRefuseWhatTheJdkRefuses(String text) {
        assertThatThrownBy(() -> Json.mapper().readValue('"' + text + '"', Duration.class))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void shouldReadByHandWhatPlansAreFullOf() {
        assertThat(Durations.simple("PT30S")).isEqualTo(Duration.ofSeconds(30));
        assertThat(Durations.simple("PT0.5S")).isNull();
    }
}
