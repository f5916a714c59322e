package io.lifeboat.benchmarks;

import java.util.Arrays;

/** Figures of many runs. Immutable. */
public final class Figures {
    private final double[] sorted;

    private Figures(double[] sorted) {
        this.sorted = sorted;
    }

    /** @throws IllegalArgumentException if there are none */
    public static Figures of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("figures: expected at least one, got none");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Figures(sorted);
    }

    public double median() {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** The smallest figure that so many hundredths of all do not exceed. */
    public double percentile(int hundredths) {
        int rank = (int) Math.ceil(hundredths / 100.0 * sorted.length);
        return sorted[Math.max(1, rank) - 1];
    }

    public double least() {
        return sorted[0];
    }

    public double most() {
        return sorted[sorted.length - 1];
    }

    public int count() {
        return sorted.length;
    }
}
