package io.lifeboat.qdrant.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointIdTest {
    @Test
    void shouldOrderAsQdrantScrolls() {
        List<String> ascending = List.of(
                "0",
                "9",
                "10",
                "9223372036854775807",
                "9223372036854775808",
                "18446744073709551615",
                "00000000-0000-0000-0000-000000000000",
                "00000000-0000-0000-ffff-ffffffffffff",
                "7fffffff-0000-0000-0000-000000000000",
                "ffffffff-0000-0000-0000-000000000000");
        List<PointId> shuffled =
                new ArrayList<>(ascending.stream().map(PointId::parse).toList());
        Collections.shuffle(shuffled, new Random(7));

        Collections.sort(shuffled);

        assertThat(shuffled).extracting(PointId::toString).containsExactlyElementsOf(ascending);
    }

    @Test
    void shouldWriteNumbersAboveTheSignedRangeAsNumbers() {
        assertThat(PointId.parse("18446744073709551615").toJson()).hasToString("18446744073709551615");
        assertThat(PointId.parse("5f0e4c1e-2f41-4a3a-9d57-0f0f0f0f0f0f").toJson())
                .hasToString("\"5f0e4c1e-2f41-4a3a-9d57-0f0f0f0f0f0f\"");
    }

    @Test
    void shouldGiveTheBytesThatQdrantSlicesBy() {
        assertThat(PointId.of(0x0102).bytes()).containsExactly(2, 1, 0, 0, 0, 0, 0, 0);
        assertThat(PointId.parse("00010203-0405-0607-0809-0a0b0c0d0e0f").bytes())
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-1", "18446744073709551616", "1.5", "", "1-1-1-1-1", "5f0e4c1e2f414a3a9d570f0f0f0f0f0f", "x"})
    void shouldRefuseWhatQdrantRefuses(String text) {
        assertThatThrownBy(() -> PointId.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldRefuseANegativeNumber() {
        assertThatThrownBy(() -> PointId.of(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
