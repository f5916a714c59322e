package io.lifeboat.workspaces.load;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What somebody probably meant. */
final class Suggestion {
    /** Of two letters, any two words are near to each other. */
    private static final int SHORTEST = 3;

    private Suggestion() {}

    /** The nearest of the known names, if one is near enough to be meant. */
    static Optional<String> of(String written, Collection<String> known) {
        int near = written.length() < SHORTEST ? 0 : Math.min((written.length() + 1) / 3, 3);
        return known.stream()
                .filter(name -> distance(written, name) <= near)
                .min(Comparator.comparingInt(name -> distance(written, name)));
    }

    /** What a message adds: {@code ; did you mean 'x'?}, or nothing. */
    static String hint(String written, Collection<String> known) {
        return of(written, known).map(name -> "; did you mean '" + name + "'?").orElse("");
    }

    /** Letters to insert, drop, replace or swap with the next, with case ignored. */
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = Math.min(i, j) == 0 ? Math.max(i, j) : step(a, b, cost, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int step(String a, String b, int[][] cost, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
