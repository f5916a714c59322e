package io.lifeboat.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountRuleTest {
    private static final Losses UNKNOWN = new Losses.Unknown("nobody tells");

    @ParameterizedTest
    @CsvSource({"500,pass", "499,fail", "501,fail"})
    void shouldWantTheRecordedCountWhenTheCollectionIsUnwritten(long found, String verdict) {
        CheckResult result = CountRule.judge(500, found, Written.unwritten(), lag(9), UNKNOWN);

        assertThat(result.verdict()).isEqualTo(verdict);
        assertThat(new Finding("counts", result).mayPass()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"500,0,pass", "700,0,pass", "499,0,fail", "497,3,pass", "496,3,fail"})
    void shouldAllowWhatTheLagExplainsWhenTheCollectionWasWrittenTo(long found, long operations, String verdict) {
        CheckResult result = CountRule.judge(500, found, Written.written("users wrote"), lag(operations), UNKNOWN);

        assertThat(result.verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"498,pass", "497,fail"})
    void shouldAllowWhatLostWritesExplainWhenTheyAreKnown(long found, String verdict) {
        Losses.Write write = new Losses.Write("docs", "1", Optional.empty(), Instant.EPOCH);
        Losses lost = new Losses.Known(10, List.of(write, write));

        CheckResult result = CountRule.judge(500, found, Written.unknown("no mark"), Lag.UNKNOWN, lost);

        assertThat(result.verdict()).isEqualTo(verdict);
    }

    @Test
    void shouldLookAgainWhenWritesMayStillBeOnTheirWay() {
        CheckResult result = CountRule.judge(500, 499, Written.written("users wrote"), Lag.UNKNOWN, UNKNOWN);

        assertThat(new Finding("counts", result).mayPass()).isTrue();
    }

    private static Lag lag(long operations) {
        return new Lag(OptionalLong.of(operations), OptionalLong.empty());
    }
}
