package io.lifeboat.lab.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.lab.http.Json;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final class HandClock implements Ticks {
        private long millis = 1_000_000;

        @Override
        public Instant now() {
            return Instant.ofEpochMilli(millis);
        }

        @Override
        public long millis() {
            return millis;
        }
    }

    private final HandClock clock = new HandClock();
    private final Tally tally = new Tally(clock);

    private JsonNode told() {
        return Json.MAPPER.valueToTree(tally.toMap());
    }

    @Test
    void shouldTellTheLongestGapBetweenGoodAnswers() {
        clock.millis += 10;
        tally.good();
        clock.millis += 500;
        tally.good();
        clock.millis += 20;
        tally.good();

        assertThat(told().path("longestGapMillis").asLong()).isEqualTo(500);
        assertThat(told().path("outages")).isEmpty();
    }

    @Test
    void shouldCountTheGapThatIsStillOpen() {
        tally.good();
        clock.millis += 700;

        assertThat(told().path("longestGapMillis").asLong()).isEqualTo(700);
    }

    @Test
    void shouldTellAnOutageFromTheLastGoodToTheFirstGood() {
        tally.good();
        clock.millis += 100;
        tally.failed("timeout");
        clock.millis += 100;
        tally.failed("http-502");
        clock.millis += 50;
        tally.good();

        JsonNode outage = told().path("outages").get(0);
        assertThat(outage.path("millis").asLong()).isEqualTo(250);
        assertThat(outage.path("failures").asInt()).isEqualTo(2);
        assertThat(outage.path("firstFailureAt").asText()).isEqualTo("1970-01-01T00:16:40.100Z");
        assertThat(outage.path("firstGoodAt").asText()).isEqualTo("1970-01-01T00:16:40.250Z");
        assertThat(told().path("failures").path("timeout").asInt()).isEqualTo(1);
        assertThat(told().path("failed").asInt()).isEqualTo(2);
    }

    @Test
    void shouldTellThatItIsFailingNow() {
        tally.good();
        tally.failed("connection");

        assertThat(told().has("failingSince")).isTrue();
        assertThat(tally.anyGood()).isTrue();
    }

    @Test
    void shouldKeepTheNewestOutagesOnly() {
        for (int i = 0; i < 300; i++) {
            tally.failed("timeout");
            tally.good();
        }

        assertThat(told().path("outages")).hasSize(100);
    }
}
