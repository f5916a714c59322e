package io.lifeboat.verifier.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.verifier.report.ObjectiveResult.Verdict;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectiveResultTest {

    @ParameterizedTest
    @CsvSource({"0,MET", "300000,MET", "300001,MISSED", "900000,MISSED", "900001,BREACHED"})
    void shouldJudgeByTargetAndMaximumWhenItWasMeasured(long millis, Verdict verdict) {
        assertThat(result(Optional.of(Duration.ofMillis(millis))).verdict()).isEqualTo(verdict);
    }

    @Test
    void shouldNotJudgeWhenItWasNotMeasured() {
        assertThat(result(Optional.empty()).verdict()).isEqualTo(Verdict.NOT_MEASURED);
    }

    private static ObjectiveResult result(Optional<Duration> actual) {
        return ObjectiveResult.of("RPO", Duration.ofMinutes(5), Duration.ofMinutes(15), actual, "lag");
    }

    @ParameterizedTest
    @CsvSource({"300000,OPEN", "300001,MISSED", "900001,BREACHED"})
    void shouldNotBeMetWhenItIsStillRunning(long millis, Verdict verdict) {
        assertThat(ObjectiveResult.running(
                                "RTO",
                                Duration.ofMinutes(5),
                                Duration.ofMinutes(15),
                                Duration.ofMillis(millis),
                                "so far")
                        .verdict())
                .isEqualTo(verdict);
    }
}
