package io.lifeboat.verifier.baseline;

import static io.lifeboat.verifier.fixture.TestLog.BLUE;
import static io.lifeboat.verifier.fixture.TestLog.GREEN;
import static io.lifeboat.verifier.fixture.TestLog.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.incident.BaselineRecorded;
import io.lifeboat.events.incident.CollectionBaseline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BaselinePaceTest {
    private static final Instant TAKEN = Instant.parse("2026-11-23T10:00:00Z");
    private static final BaselinePace PACE = new BaselinePace(Duration.ofMinutes(5), Duration.ofSeconds(30));

    @Test
    void shouldBeDueWhenThereIsNone() {
        assertThat(PACE.due(null, look(BLUE, "1"), Set.of("docs"), Set.of(), TAKEN))
                .contains("there is none");
    }

    @Test
    void shouldBeDueWhenTheLastOneIsOfAnotherSite() {
        assertThat(PACE.due(baseline("blue=1"), look(GREEN, "1"), Set.of("docs"), Set.of(), TAKEN))
                .contains("the last one is of blue");
    }

    @Test
    void shouldBeDueWhenTheLastOneIsOld() {
        assertThat(due("blue=1", "1", Set.of("docs"), Duration.ofMinutes(5))).isPresent();
        assertThat(due("blue=1", "1", Set.of("docs"), Duration.ofMinutes(5).minusMillis(1)))
                .isEmpty();
    }

    @Test
    void shouldBeDueWhenAQuietCollectionWasWrittenTo() {
        assertThat(due("blue=1", "2", Set.of("docs"), Duration.ofSeconds(30)))
                .contains("docs was written to and is quiet again");
        assertThat(due(null, "2", Set.of("docs"), Duration.ofSeconds(30))).isPresent();
    }

    @Test
    void shouldWaitWhenTheCollectionIsStillBeingWrittenTo() {
        assertThat(due("blue=1", "2", Set.of(), Duration.ofSeconds(30))).isEmpty();
    }

    @Test
    void shouldWaitWhenTheLastOneIsFresh() {
        assertThat(due("blue=1", "2", Set.of("docs"), Duration.ofSeconds(30).minusMillis(1)))
                .isEmpty();
    }

    @Test
    void shouldBeDueWhenTheCollectionsAreOthers() {
        assertThat(PACE.due(
                        baseline("blue=1"),
                        look(BLUE, "1"),
                        Set.of("docs", "new"),
                        Set.of("docs"),
                        TAKEN.plusSeconds(30)))
                .contains("the collections are others");
    }

    @Test
    void shouldRefuseAPaceThatIsSlowerThanItsLimitWhenMade() {
        assertThatThrownBy(() -> new BaselinePace(Duration.ofSeconds(1), Duration.ofSeconds(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("every: expected");
    }

    private static Optional<String> due(@Nullable String mark, String now, Set<String> quiet, Duration age) {
        return PACE.due(baseline(mark), look(BLUE, now), Set.of("docs"), quiet, TAKEN.plus(age));
    }

    private static BaselineRecorded baseline(@Nullable String mark) {
        return new BaselineRecorded(
                SHOP, BLUE, TAKEN, List.of(new CollectionBaseline("docs", 1, null, mark, Map.of(), List.of())));
    }

    private static Look look(SiteId active, String mark) {
        return new Look(TAKEN, active, Map.of("docs", new WriteMarks(Map.of(active, mark))));
    }
}
