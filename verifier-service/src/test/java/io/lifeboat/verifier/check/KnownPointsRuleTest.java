package io.lifeboat.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.qdrant.point.PointId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownPointsRuleTest {
    private static final Map<String, String> RECORDED = Map.of("1", "a", "2", "b", "3", "c", "4", "d");

    @Test
    void shouldPassWhenAllAreAsRecorded() {
        assertThat(judge(Map.of(id(1), "a", id(2), "b", id(3), "c", id(4), "d"), Written.unwritten())
                        .verdict())
                .isEqualTo("pass");
    }

    @Test
    void shouldFailWhenOneIsMissingFromAnUnwrittenCollection() {
        CheckResult result = judge(Map.of(id(1), "a", id(2), "b", id(3), "c"), Written.unwritten());

        assertThat(result).isInstanceOf(CheckResult.Failed.class);
        assertThat(result.evidence()).contains("1 are missing [4]");
    }

    @Test
    void shouldFailWhenOneHasChangedInAnUnwrittenCollection() {
        CheckResult result = judge(Map.of(id(1), "a", id(2), "x", id(3), "c", id(4), "d"), Written.unwritten());

        assertThat(result).isInstanceOf(CheckResult.Failed.class);
        assertThat(result.evidence()).contains("1 changed [2]");
    }

    @Test
    void shouldTolerateHalfOfThemWhenTheCollectionWasWrittenTo() {
        Written written = Written.written("users wrote");

        assertThat(judge(Map.of(id(1), "a", id(2), "x", id(3), "c"), written).verdict())
                .isEqualTo("pass");
        assertThat(judge(Map.of(id(1), "y", id(2), "x", id(3), "c"), written).verdict())
                .isEqualTo("fail");
    }

    private static CheckResult judge(Map<PointId, String> found, Written written) {
        return KnownPointsRule.judge(RECORDED, found, written, 0.5);
    }

    private static PointId id(long number) {
        return PointId.of(number);
    }
}
