package io.lifeboat.verifier.check;

import static io.lifeboat.verifier.fixture.TestLog.BLUE;
import static io.lifeboat.verifier.fixture.TestLog.GREEN;
import static io.lifeboat.verifier.fixture.TestLog.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.incident.BaselineRecorded;
import io.lifeboat.events.incident.CollectionBaseline;
import io.lifeboat.verifier.baseline.Look;
import io.lifeboat.verifier.baseline.MarkReader.SiteMarks;
import io.lifeboat.verifier.baseline.WriteMarks;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WrittenRuleTest {
    private static final Instant TAKEN = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void shouldBeUnwrittenWhenNeitherSiteHasMoved() {
        assertThat(judge("blue=1;green=5", look(TAKEN, BLUE, "1", "5"), told("5")))
                .isEqualTo(Written.State.UNWRITTEN);
    }

    @Test
    void shouldBeWrittenWhenUsersWroteAfterTheBaseline() {
        assertThat(judge("blue=1;green=5", look(TAKEN, BLUE, "2", "5"), told("5")))
                .isEqualTo(Written.State.WRITTEN);
    }

    @Test
    void shouldBeWrittenWhenTheServingSiteMovedAfterTheLastLook() {
        assertThat(judge("blue=1;green=5", look(TAKEN, BLUE, "1", "5"), told("6")))
                .isEqualTo(Written.State.WRITTEN);
    }

    @Test
    void shouldStayUnwrittenWhenOnlyTheStandbyMovedBeforeTheLastLook() {
        assertThat(judge("blue=1;green=5", look(TAKEN, BLUE, "1", "6"), told("6")))
                .isEqualTo(Written.State.UNWRITTEN);
    }

    @Test
    void shouldFallBackToTheBaselineWhenThereWasNoLookSince() {
        assertThat(judge("blue=1;green=5", Optional.empty(), told("5"))).isEqualTo(Written.State.UNWRITTEN);
        assertThat(judge("blue=1;green=5", look(TAKEN.minusMillis(1), BLUE, "0", "5"), told("5")))
                .isEqualTo(Written.State.UNWRITTEN);
        assertThat(judge("blue=1;green=5", look(TAKEN, GREEN, "0", "6"), told("6")))
                .isEqualTo(Written.State.WRITTEN);
    }

    @Test
    void shouldBeWrittenWhenTheBaselineHasNoMark() {
        assertThat(judge(null, Optional.empty(), told("5"))).isEqualTo(Written.State.WRITTEN);
    }

    @Test
    void shouldBeUnknownWhenTheServingSiteDoesNotTell() {
        assertThat(judge("blue=1", Optional.empty(), told("5"))).isEqualTo(Written.State.UNKNOWN);
        assertThat(judge("blue=1;green=5", Optional.empty(), new SiteMarks.Silent("no answer")))
                .isEqualTo(Written.State.UNKNOWN);
        assertThat(judge("blue=1;green=5", Optional.empty(), new SiteMarks.Told(Map.of(), List.of("docs"))))
                .isEqualTo(Written.State.UNKNOWN);
    }

    private static Written.State judge(@Nullable String mark, Optional<Look> look, SiteMarks now) {
        CollectionBaseline docs = new CollectionBaseline("docs", 1, "digest", mark, Map.of(), List.of());
        BaselineRecorded baseline = new BaselineRecorded(SHOP, BLUE, TAKEN, List.of(docs));
        return WrittenRule.judge(baseline, docs, look, GREEN, now).state();
    }

    private static Optional<Look> look(Instant at, SiteId active, String blue, String green) {
        return Optional.of(new Look(at, active, Map.of("docs", new WriteMarks(Map.of(BLUE, blue, GREEN, green)))));
    }

    private static SiteMarks told(String green) {
        return new SiteMarks.Told(Map.of("docs", green), List.of("docs"));
    }
}
