package io.lifeboat.restore.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginTest {
    @ParameterizedTest
    @CsvSource({"1.18.3, 1.18.3, 1.18.3", "1.9.2, 1.18.0, 1.18.0", "1.18.3, 1.18.2, 1.18.3", "2.0.0, 1.99.99, 2.0.0"})
    void shouldRecordTheNewestVersionOfAClusterThatIsBeingUpgraded(String one, String other, String newest) {
        assertThat(Origin.newest(List.of(one, other))).isEqualTo(newest);
        assertThat(Origin.newest(List.of(other, one))).isEqualTo(newest);
    }
}
