package io.lifeboat.events.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.events.incident.CollectionBaseline.GoldenQuery;
import io.lifeboat.events.incident.CollectionBaseline.Latency;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.serde.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CollectionBaselineTest {

    @Test
    void shouldReadARecordWhenItWasWrittenBeforeSchemaAndSpeedWereRecorded() throws IOException {
        byte[] old = """
                {"name": "docs", "count": 3, "knownPoints": {}, "golden": [{"name": "near 1", "request": {}, "ids": ["1"]}]}
                """.getBytes(StandardCharsets.UTF_8);

        CollectionBaseline read = Json.mapper().readValue(old, CollectionBaseline.class);

        assertThat(read)
                .isEqualTo(new CollectionBaseline(
                        "docs",
                        3,
                        null,
                        null,
                        Map.of(),
                        List.of(new GoldenQuery("near 1", Arguments.none(), List.of("1")))));
    }

    @Test
    void shouldKeepWhatIsNotChangedWhenAPartIs() {
        CollectionBaseline whole = new CollectionBaseline(
                "docs",
                3,
                "digest",
                "mark",
                Map.of("1", "known"),
                List.of(),
                Map.of("city", Arguments.of("type", "keyword")),
                new Latency(20, Duration.ofMillis(1), Duration.ofMillis(2)));

        assertThat(whole.marked("digest", "mark")).isEqualTo(whole);
        assertThat(whole.asked(whole.golden())).isEqualTo(whole);
        assertThat(whole.withoutKnownPoints())
                .isEqualTo(new CollectionBaseline(
                        "docs", 3, "digest", "mark", Map.of(), List.of(), whole.payloadSchema(), whole.latency()));
        assertThat(whole.withoutPayloadSchema())
                .isEqualTo(new CollectionBaseline(
                        "docs", 3, "digest", "mark", whole.knownPoints(), List.of(), null, whole.latency()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
    void shouldRefuseARecallWhenItIsNoShare(double recall) {
        assertThatThrownBy(() -> new GoldenQuery("near 1", Arguments.none(), List.of(), recall))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("recall");
    }

    @ParameterizedTest
    @CsvSource({"0,1,2", "1,-1,2", "1,3,2"})
    void shouldRefuseALatencyWhenNothingCouldHaveMeasuredIt(int samples, long p50, long p95) {
        assertThatThrownBy(() -> new Latency(samples, Duration.ofMillis(p50), Duration.ofMillis(p95)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("latency");
    }
}
