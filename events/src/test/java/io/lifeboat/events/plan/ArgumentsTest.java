package io.lifeboat.events.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.events.serde.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {
    @Test
    void shouldNotChangeWhenWhatItWasMadeOfDoes() {
        List<Object> list = new ArrayList<>(List.of("a"));
        Map<String, Object> inner = new HashMap<>(Map.of("list", list));
        Map<String, Object> outer = new HashMap<>(Map.of("inner", inner));
        Arguments arguments = new Arguments(outer);

        list.add("b");
        inner.put("x", 1);
        outer.put("y", 2);

        assertThat(arguments).isEqualTo(Arguments.of("inner", Map.of("list", List.of("a"))));
        assertThatThrownBy(() -> arguments.values().put("z", 3)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void shouldHaveTheSameBytesWhateverTheOrder() {
        Arguments one = Arguments.of("b", 1).with("a", Map.of("y", 1, "x", 2));
        Arguments other = Arguments.of("a", Map.of("x", 2, "y", 1)).with("b", 1);

        assertThat(Json.text(one))
                .isEqualTo("{\"a\":{\"x\":2,\"y\":1},\"b\":1}")
                .isEqualTo(Json.text(other));
    }

    static Stream<Object> values() {
        return Stream.of(
                (byte) 1,
                (short) 2,
                3,
                4L,
                5_000_000_000L,
                new BigInteger("6"),
                new BigInteger("123456789012345678901234567890"),
                1.5f,
                2.5,
                new BigDecimal("3.5"),
                true,
                "text",
                Arrays.asList("a", null, 1L),
                Map.of("deep", List.of(Map.of("n", 1L))));
    }

    @ParameterizedTest
    @MethodSource("values")
    void shouldEqualItselfAfterItWasWrittenAndRead(Object value) throws Exception {
        Arguments arguments = Arguments.of("value", value);

        assertThat(Json.mapper().readValue(Json.bytes(arguments), Arguments.class))
                .isEqualTo(arguments);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void shouldRefuseWhatIsNoNumberInJson(double value) {
        assertThatThrownBy(() -> Arguments.of("n", value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("arguments: expected finite numbers, got " + value);
    }

    @Test
    void shouldLeaveOutWhatIsAbsent() {
        Map<String, Object> values = new HashMap<>();
        values.put("a", null);
        values.put("b", 1);

        assertThat(new Arguments(values)).isEqualTo(Arguments.of("b", 1));
    }

    @Test
    void shouldFindTexts() {
        Arguments arguments = Arguments.of("one", "x").with("many", Arrays.asList("a", null, 2));

        assertThat(arguments.text("one")).contains("x");
        assertThat(arguments.text("none")).isEmpty();
        assertThat(arguments.texts("many")).containsExactly("a", "null", "2");
        assertThat(arguments.texts("one")).isEmpty();
        assertThat(arguments.required("one")).isEqualTo("x");
        assertThatThrownBy(() -> arguments.required("none"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("argument 'none' is missing");
    }
}
