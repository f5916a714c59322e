package io.lifeboat.lab.qdrant.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.lifeboat.lab.qdrant.http.QdrantError;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PointIdTest {
    private static final String LARGEST = "18446744073709551615";

    @Test
    void shouldOrderNumbersAsUnsignedAndUuidsByBytesAfterThem() {
        List<String> ordered = List.of(
                "0",
                "9223372036854775807",
                "9223372036854775808",
                LARGEST,
                "00000000-0000-4000-8000-000000000000",
                "7fffffff-0000-4000-8000-000000000000",
                "80000000-0000-4000-8000-000000000000");

        Stream<PointId> sorted = ordered.reversed().stream()
                .map(text -> PointId.parse(text).orElseThrow())
                .sorted();

        assertThat(sorted.map(PointId::toString)).containsExactlyElementsOf(ordered);
    }

    @Test
    void shouldReadEverySpellingOfAUuid() {
        assertThat(Stream.of(
                                "5f0e4c1e2f414a3a9d570f0f0f0f0f0f",
                                "urn:uuid:5f0e4c1e-2f41-4a3a-9d57-0f0f0f0f0f0f",
                                "{5F0E4C1E-2F41-4A3A-9D57-0F0F0F0F0F0F}")
                        .map(text -> PointId.of(TextNode.valueOf(text)).toString()))
                .containsOnly("5f0e4c1e-2f41-4a3a-9d57-0f0f0f0f0f0f");
    }

    @Test
    void shouldRefuseANumberAbove64Bits() {
        BigInteger above = new BigInteger(LARGEST).add(BigInteger.ONE);

        assertThatThrownBy(() -> PointId.of(BigIntegerNode.valueOf(above)))
                .isInstanceOf(QdrantError.class)
                .hasMessageContaining("18446744073709551616 is not a valid point ID");
    }

    @Test
    void shouldRefuseANumberInQuotes() {
        assertThatThrownBy(() -> PointId.of(TextNode.valueOf("7"))).isInstanceOf(QdrantError.class);
    }
}
