package io.lifeboat.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.cli.Golden;
import io.lifeboat.cli.Story;
import io.lifeboat.cli.terminal.Style;
import io.lifeboat.events.serde.Json;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryTest {
    private static final UserStats.Kind READS = new UserStats.Kind(1_172, 31, Duration.ZERO, Duration.ofMillis(1_380));
    private static final UserStats.Kind WRITES = new UserStats.Kind(230, 6, Duration.ZERO, Duration.ofMillis(1_410));

    private final Summary summary = new Summary(Style.BARE, 100, Story.START);

    @Test
    void shouldTellObjectivesAndWhatUsersSaw() {
        Aftermath aftermath = new Aftermath(READS, WRITES, 214, 0, Optional.empty());

        String text = summary.objectives(new Story().recovered().incident(), aftermath) + summary.users(aftermath);

        Golden.assertMatches("summary.txt", text);
    }

    @Test
    void shouldCountTheOldestLostWriteAsTheRecoveryPoint() {
        Aftermath aftermath = new Aftermath(READS, WRITES, 214, 2, Optional.of(Duration.ofMinutes(6)));

        assertThat(summary.objectives(new Story().recovered().incident(), aftermath))
                .contains("recovery point (RPO)  5 min   15 min   6 min   missed");
        assertThat(summary.users(aftermath)).contains("acknowledged writes lost: 2 of 214");
    }

    @ParameterizedTest
    @CsvSource({"9,MET", "10,MET", "11,MISSED", "20,MISSED", "21,BREACHED"})
    void shouldJudgeByTargetAndMaximum(long actual, Verdict expected) {
        Verdict verdict = Verdict.of(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(actual));

        assertThat(verdict).isEqualTo(expected);
    }

    @Test
    void shouldCountAGapThatStillLasts() throws Exception {
        // given
        JsonNode reads = Json.mapper().readTree("""
                        {"good": 5, "failed": 2, "lastGoodAt": "2026-03-01T10:00:00Z",
                         "failingSince": "2026-03-01T10:00:01Z", "outages": [{"millis": 700}]}
                        """);

        // when
        UserStats.Kind kind = UserStats.Kind.of(reads, Story.START.plusSeconds(3));

        // then
        assertThat(kind.longestGap()).isEqualTo(Duration.ofSeconds(3));
        assertThat(new UserStats(kind, kind, 0).areServed()).isFalse();
    }
}
