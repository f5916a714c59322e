package io.lifeboat.qdrant.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SixDigitsTest {
    @Test
    void shouldRoundEveryFloatAsADecimalWouldBe() {
        Random random = new Random(42);
        for (int i = 0; i < 200_000; i++) {
            float value = Float.intBitsToFloat(random.nextInt());
            if (Float.isFinite(value) && !isNearATie(value)) {
                assertThat(rounded(value)).as("%s", value).isEqualByComparingTo(expected(value));
            }
        }
    }

    @Test
    void shouldCarryIntoTheNextPowerOfTen() {
        assertThat(rounded(0.9999999)).isEqualByComparingTo("1");
        assertThat(rounded(9.999996)).isEqualByComparingTo("10");
        assertThat(canonical(0.9999999)).isEqualTo(canonical(1.0));
    }

    @Test
    void shouldKnowTheEndsOfTheFloats() {
        assertThat(rounded(Float.MAX_VALUE)).isEqualByComparingTo("3.40282e38");
        assertThat(rounded(Float.MIN_VALUE)).isEqualByComparingTo("1.40130e-45");
        assertThat(canonical(0.0)).isEqualTo(canonical(-0.0)).isEqualTo(canonical(1e-320));
        assertThat(canonical(Double.POSITIVE_INFINITY)).isNotEqualTo(canonical(Double.NEGATIVE_INFINITY));
        assertThat(canonical(Double.NaN)).isNotEqualTo(canonical(0));
    }

    private static BigDecimal expected(float value) {
        return new BigDecimal(value).round(new MathContext(6, RoundingMode.HALF_EVEN));
    }

    /** Where a double's own rounding may decide otherwise than exact arithmetic. */
    private static boolean isNearATie(float value) {
        BigDecimal nine = new BigDecimal(value).round(new MathContext(12, RoundingMode.HALF_EVEN));
        String digits = nine.unscaledValue().abs() + "000000000000";
        String rest = digits.substring(6, 12);
        return rest.startsWith("50000") || rest.startsWith("49999");
    }

    private static BigDecimal rounded(double value) {
        ByteBuffer bytes = ByteBuffer.wrap(canonical(value)).order(ByteOrder.LITTLE_ENDIAN);
        int mantissa = bytes.getInt();
        int exponent = bytes.get();
        return BigDecimal.valueOf(mantissa).scaleByPowerOfTen(exponent - 5);
    }

    private static byte[] canonical(double value) {
        ByteSink sink = new ByteSink();
        SixDigits.write(value, sink);
        return sink.copy();
    }
}
