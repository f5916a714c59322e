package io.lifeboat.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverlapRuleTest {

    @Test
    void shouldCountTheShareOfRecordedIdsWhateverTheirOrder() {
        assertThat(OverlapRule.overlap(List.of("1", "2", "3", "4"), List.of("4", "9", "2", "1")))
                .isEqualTo(0.75);
        assertThat(OverlapRule.overlap(List.of("1"), List.of())).isZero();
        assertThat(OverlapRule.overlap(List.of(), List.of("1"))).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0.8,1.0,pass", "0.79,1.0,fail"})
    void shouldJudgeTheWorstQueryWhenTheCollectionIsUnwritten(double one, double other, String verdict) {
        CheckResult result = OverlapRule.judge(List.of(one, other), Written.unwritten(), 0.8);

        assertThat(result.verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"0.6,1.0,pass", "0.59,1.0,fail"})
    void shouldJudgeTheAverageWhenTheCollectionWasWrittenTo(double one, double other, String verdict) {
        CheckResult result = OverlapRule.judge(List.of(one, other), Written.written("users wrote"), 0.8);

        assertThat(result.verdict()).isEqualTo(verdict);
    }
}
