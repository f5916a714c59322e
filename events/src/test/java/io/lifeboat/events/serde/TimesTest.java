package io.lifeboat.events.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    @Test
    void shouldReadWhatAnInstantWrites() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            int unit = (int) Math.pow(10, random.nextInt(10));
            Instant instant = Instant.ofEpochSecond(
                    random.nextLong(-100_000_000_000L, 300_000_000_000L),
                    random.nextLong(1_000_000_000L) / unit * unit);

            assertThat(Times.parse(instant.toString())).isEqualTo(instant);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "1969-12-31T23:59:59Z",
                "2024-02-29T12:00:00Z",
                "2026-12-31T23:59:59.999999999Z",
                "2026-01-01T00:00:00.5Z",
                "2026-01-01T24:00:00Z",
                "2026-12-31T23:59:60Z",
                "2026-01-01T00:00:00+01:00",
                "2026-01-01t00:00:00z",
                "+12026-01-01T00:00:00Z"
            })
    void shouldReadAsTheJdkDoes(String text) {
        assertThat(Times.parse(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "2026-02-29T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-00-01T00:00:00Z",
                "2026-01-00T00:00:00Z",
                "2026-01-01T25:00:00Z",
                "2026-01-01T00:60:00Z",
                "2026-01-01T00:00:61Z",
                "2026-01-01T00:00:00.0000000001Z",
                "2026-01-01T00:00:00,5Z",
                "2026-01-01T00:00:0aZ",
                "2026-01-01 00:00:00Z",
                "2026-01-01T00:00:00"
            })
    void shouldRefuseWhatTheJdkRefuses(String text) {
        assertThatThrownBy(() -> Instant.parse(text)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> Times.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
