package io.lifeboat.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultTest {

    @Test
    void shouldDivideOursByThePeers() {
        Result result = Result.beside("saga", "ms", 30, 20, new Goal.RatioAtMost(1.5));

        assertThat(result.line()).isEqualTo("saga ours=30 peer=20 ratio=1.5 goal=1.5");
    }

    @Test
    void shouldDivideOursByTheBoundWhenThereIsNoPeer() {
        Result result = Result.alone("probes", "cores", 0.04, 0.05);

        assertThat(result.line()).isEqualTo("probes ours=0.04 peer=none ratio=0.8 goal=0.05");
    }

    @ParameterizedTest
    @CsvSource({"1.5, met", "1.5001, MISSED"})
    void shouldMeetAnUpperBoundUpToTheBoundItself(double ours, String verdict) {
        Result result = Result.beside("saga", "ms", ours, 1, new Goal.RatioAtMost(1.5));

        assertThat(result.verdict()).endsWith(verdict);
    }

    @ParameterizedTest
    @CsvSource({"0.9, met", "0.8999, MISSED"})
    void shouldMeetALowerBoundFromTheBoundItself(double ours, String verdict) {
        Result result = Result.beside("timeline", "records/s", ours, 1, new Goal.RatioAtLeast(0.9));

        assertThat(result.verdict()).endsWith(verdict);
    }

    @ParameterizedTest
    @CsvSource({"160, met", "160.1, MISSED"})
    void shouldMeetABoundOfItsOwnUpToTheBoundItself(double ours, String verdict) {
        assertThat(Result.alone("memory", "MB", ours, 160).verdict()).endsWith(verdict);
    }

    @Test
    void shouldKeepTheDigitsOfSmallAndLargeNumbersApart() {
        assertThat(Result.number(123456.7)).isEqualTo("123457");
        assertThat(Result.number(1000)).isEqualTo("1000");
        assertThat(Result.number(12.346)).isEqualTo("12.35");
        assertThat(Result.number(0.01234)).isEqualTo("0.0123");
        assertThat(Result.number(100)).isEqualTo("100");
    }

    @Test
    void shouldRefuseAPeerOfZero() {
        assertThatThrownBy(() -> Result.beside("saga", "ms", 1, 0, new Goal.RatioAtMost(1.5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("peer: expected more than zero, got 0.0");
    }

    @Test
    void shouldRefuseARatioWithoutAPeer() {
        assertThatThrownBy(() -> new Result("saga", "ms", 1, OptionalDouble.empty(), new Goal.RatioAtMost(1.5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("peer");
    }

    @Test
    void shouldRefuseAFigureThatIsNoNumber() {
        assertThatThrownBy(() -> Result.alone("memory", "MB", Double.NaN, 160))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ours");
    }
}
