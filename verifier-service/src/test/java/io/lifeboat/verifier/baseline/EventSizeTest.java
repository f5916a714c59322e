package io.lifeboat.verifier.baseline;

import static io.lifeboat.verifier.fixture.TestLog.BLUE;
import static io.lifeboat.verifier.fixture.TestLog.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.events.incident.BaselineRecorded;
import io.lifeboat.events.incident.CollectionBaseline;
import io.lifeboat.events.incident.CollectionBaseline.GoldenQuery;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.serde.Json;
import io.lifeboat.events.topic.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventSizeTest {
    private static final Arguments LARGE = Arguments.of("query", "x".repeat(100_000));
    private static final Instant TAKEN = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void shouldKeepEverythingWhenItFits() {
        BaselineRecorded small = baseline(collection("docs", List.of(query(Arguments.none()))));

        assertThat(EventSize.trim(small)).isEqualTo(small);
    }

    @Test
    void shouldDropGoldenQueriesOfTheLargestUntilItFits() {
        BaselineRecorded large = baseline(
                collection("small", List.of(query(Arguments.none()))),
                collection("large", List.of(query(LARGE), query(LARGE), query(LARGE))));

        BaselineRecorded trimmed = EventSize.trim(large);

        assertThat(Json.bytes(trimmed)).hasSizeLessThanOrEqualTo(Topics.MOST_BYTES - 8 * 1024);
        assertThat(trimmed.collections().get(0)).isEqualTo(large.collections().get(0));
        assertThat(trimmed.collections().get(1).golden()).hasSize(2);
    }

    @Test
    void shouldDropKnownPointsWhenNoGoldenQueryIsLeft() {
        BaselineRecorded large = baseline(collection("docs", List.of()));

        BaselineRecorded trimmed = EventSize.trim(large, Json.bytes(large).length - 1);

        assertThat(trimmed.collections().getFirst().knownPoints()).isEmpty();
        assertThat(trimmed.collections().getFirst().count()).isEqualTo(1);
    }

    @Test
    void shouldDropPayloadSchemasAndThenAliasesWhenNothingElseIsLeft() {
        CollectionBaseline docs = new CollectionBaseline(
                "docs", 1, null, null, Map.of(), List.of(), Map.of("city", Arguments.of("type", "keyword")), null);
        BaselineRecorded large = new BaselineRecorded(SHOP, BLUE, TAKEN, List.of(docs), Map.of("books", "docs"));

        BaselineRecorded first = EventSize.trim(large, Json.bytes(large).length - 1);
        BaselineRecorded second = EventSize.trim(large, Json.bytes(first).length - 1);

        assertThat(first.collections().getFirst().payloadSchema()).isNull();
        assertThat(first.aliases()).isEqualTo(large.aliases());
        assertThat(second.aliases()).isNull();
        assertThat(second.collections()).hasSize(1);
    }

    @Test
    void shouldRefuseWhenEvenTheCountsDoNotFit() {
        assertThatThrownBy(() -> EventSize.trim(baseline(collection("docs", List.of())), 10))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("expected at most 10 bytes");
    }

    private static GoldenQuery query(Arguments request) {
        return new GoldenQuery("near 1", request, List.of("1"));
    }

    private static CollectionBaseline collection(String name, List<GoldenQuery> golden) {
        return new CollectionBaseline(name, 1, null, null, Map.of("1", "a".repeat(64)), golden);
    }

    private static BaselineRecorded baseline(CollectionBaseline... collections) {
        return new BaselineRecorded(SHOP, BLUE, TAKEN, List.of(collections));
    }
}
