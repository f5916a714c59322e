package io.lifeboat.qdrant.digest;

/**
 * A number rounded to six significant digits: the same raw vectors, normalised on processors with other vector
 * instructions, may differ in the last bits of a 32-bit float. Two values on either side of a rounding boundary still
 * read as different; only vectors copied by scroll or snapshot are sure to agree.
 */
final class SixDigits {
    private static final int DIGITS = 6;
    private static final int LIMIT = 1_000_000;
    private static final int MIN_EXPONENT = -60;
    private static final int MAX_EXPONENT = 60;
    private static final double[] POWERS = powers();
    private static final int NOT_FINITE = Integer.MIN_VALUE;

    private SixDigits() {}

    /** Five bytes: signed mantissa, decimal exponent. Both zeros are one, and less than 1e-60 (no float) is zero. */
    static void write(double value, ByteSink sink) {
        double size = Math.abs(value);
        if (!Double.isFinite(value) || size >= power(MAX_EXPONENT)) {
            write(NOT_FINITE, (int) Math.signum(value), sink);
        } else if (size < power(MIN_EXPONENT)) {
            write(0, 0, sink);
        } else {
            writeRounded(value, size, sink);
        }
    }

    private static void writeRounded(double value, double size, ByteSink sink) {
        int exponent = exponent(size);
        int shift = DIGITS - 1 - exponent;
        double scaled = shift >= 0 ? size * power(shift) : size / power(-shift);
        int mantissa = (int) Math.rint(scaled);
        if (mantissa >= LIMIT) {
            mantissa /= 10;
            exponent++;
        }
        write(value < 0 ? -mantissa : mantissa, exponent, sink);
    }

    private static void write(int mantissa, int exponent, ByteSink sink) {
        sink.putInt(mantissa);
        sink.put(exponent);
    }

    /** The greatest exponent whose power of ten is not above the value: estimated from the binary one, then corrected. */
    private static int exponent(double size) {
        int estimate = (int) Math.floor(Math.getExponent(size) * 0.30102999566398);
        return size >= power(estimate + 1) ? estimate + 1 : estimate;
    }

    private static double power(int exponent) {
        return POWERS[exponent - MIN_EXPONENT * 2];
    }

    private static double[] powers() {
        double[] powers = new double[4 * MAX_EXPONENT + 1];
        for (int i = 0; i < powers.length; i++) {
            powers[i] = Double.parseDouble("1e" + (i + MIN_EXPONENT * 2));
        }
        return powers;
    }
}
