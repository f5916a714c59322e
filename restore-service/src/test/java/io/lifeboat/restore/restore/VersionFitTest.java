package io.lifeboat.restore.restore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionFitTest {
    @ParameterizedTest
    @CsvSource({
        "1.18.3, 1.18.3, Fits",
        "1.18.3, 1.18.4, Fits",
        "1.18.3, 1.18.2, Refused",
        "1.17.9, 1.18.0, Warned",
        "1.16.9, 1.18.0, Refused",
        "1.19.0, 1.18.3, Refused",
        "2.18.3, 1.18.3, Refused",
        "1.18.3, 1.18.3-dev, Fits",
        "1.18, 1.18.3, Refused",
        ", 1.18.3, Warned",
    })
    void shouldJudgeByMinorVersionAndPatch(String made, String target, String expected) {
        assertThat(VersionFit.of(made, target).getClass().getSimpleName()).isEqualTo(expected);
    }
}
