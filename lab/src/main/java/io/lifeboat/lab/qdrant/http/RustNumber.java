package io.lifeboat.lab.qdrant.http;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Writes floating point numbers as Rust's serde_json does: shortest digits, an exponent only for the very large or small. */
final class RustNumber {
    private RustNumber() {}

    static String of(float value) {
        if (!Float.isFinite(value)) {
            return "null";
        }
        return layout(Float.toString(value), 13, -6);
    }

    static String of(double value) {
        if (!Double.isFinite(value)) {
            return "null";
        }
        return layout(Double.toString(value), 16, -5);
    }

    /** {@code javaText} has the shortest digits already; only where the point stands differs between the languages. */
    private static String layout(String javaText, int largestPlain, int smallestPlain) {
        if (javaText.indexOf('E') < 0 && javaText.length() < largestPlain) {
            return javaText;
        }
        BigDecimal exact = new BigDecimal(javaText).stripTrailingZeros();
        BigInteger digits = exact.unscaledValue().abs();
        int length = digits.toString().length();
        int pointAt = length - exact.scale();
        String sign = exact.signum() < 0 ? "-" : "";
        if (smallestPlain < pointAt && pointAt <= largestPlain) {
            String plain = exact.abs().toPlainString();
            return sign + (plain.indexOf('.') < 0 ? plain + ".0" : plain);
        }
        String all = digits.toString();
        String mantissa = length == 1 ? all : all.charAt(0) + "." + all.substring(1);
        return sign + mantissa + "e" + (pointAt - 1);
    }
}
