package io.lifeboat.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void shouldTakeTheMiddleOrTheMeanOfTheTwoInTheMiddle() {
        assertThat(Figures.of(9, 1, 5).median()).isEqualTo(5);
        assertThat(Figures.of(9, 1, 5, 6).median()).isEqualTo(5.5);
    }

    @Test
    void shouldTakeAFigureThatWasSeenAsPercentile() {
        Figures figures = Figures.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

        assertThat(figures.percentile(90)).isEqualTo(9);
        assertThat(figures.percentile(0)).isEqualTo(1);
        assertThat(figures.percentile(100)).isEqualTo(10);
        assertThat(figures.least()).isEqualTo(1);
        assertThat(figures.most()).isEqualTo(10);
    }

    @Test
    void shouldRefuseToTellAboutNothing() {
        assertThatThrownBy(Figures::of).hasMessage("figures: expected at least one, got none");
    }
}
