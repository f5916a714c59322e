package io.lifeboat.lab.qdrant.store;

import java.util.Arrays;
import java.util.Optional;

/** The four distances, computed in 32 bit floats as Qdrant does. */
public enum Distance {
    COSINE("Cosine", true),
    DOT("Dot", true),
    EUCLID("Euclid", false),
    MANHATTAN("Manhattan", false);

    private static final float NEGLIGIBLE = 1.0e-6f;

    private final String text;
    private final boolean largerIsBetter;

    Distance(String text, boolean largerIsBetter) {
        this.text = text;
        this.largerIsBetter = largerIsBetter;
    }

    public static Optional<Distance> named(String text) {
        return Arrays.stream(values()).filter(one -> one.text.equals(text)).findFirst();
    }

    public String text() {
        return text;
    }

    public boolean largerIsBetter() {
        return largerIsBetter;
    }

    /** What is kept of a vector: with cosine its direction alone. */
    public float[] prepare(float[] vector) {
        float square = 0;
        for (float x : vector) {
            square += x * x;
        }
        if (this != COSINE || square < NEGLIGIBLE || Math.abs(square - 1) < NEGLIGIBLE) {
            return vector;
        }
        float length = (float) Math.sqrt(square);
        float[] direction = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            direction[i] = vector[i] / length;
        }
        return direction;
    }

    /** The score of two prepared vectors of equal length. */
    public float score(float[] a, float[] b) {
        return switch (this) {
            case COSINE, DOT -> dot(a, b);
            case EUCLID -> euclid(a, b);
            case MANHATTAN -> manhattan(a, b);
        };
    }

    private static float dot(float[] a, float[] b) {
        float sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static float euclid(float[] a, float[] b) {
        float sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return (float) Math.sqrt(sum);
    }

    private static float manhattan(float[] a, float[] b) {
        float sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum;
    }
}
