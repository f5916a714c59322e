package io.lifeboat.benchmarks;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows under a head, the first column flush left, figures flush right. Not thread-safe. */
public final class Table {
    private final List<String[]> rows = new ArrayList<>();

    public Table(String... head) {
        rows.add(head.clone());
    }

    /** A row of ready text. */
    public Table row(String... cells) {
        rows.add(cells.clone());
        return this;
    }

    /** Median, 90th percentile, least and most of some figures. */
    public Table row(String name, Figures figures) {
        return row(
                name,
                form(figures.median()),
                form(figures.percentile(90)),
                form(figures.least()),
                form(figures.most()));
    }

    private static String form(double value) {
        return String.format(Locale.ROOT, value >= 1000 ? "%.0f" : "%.2f", value);
    }

    public void print(PrintWriter out) {
        int columns = rows.stream().mapToInt(row -> row.length).max().orElse(0);
        int[] widths = new int[columns];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        rows.forEach(row -> out.println(line(row, widths)));
    }

    private static String line(String[] row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.length; i++) {
            String form = i == 0 ? "%-" + widths[i] + "s" : "  %" + widths[i] + "s";
            line.append(form.formatted(row[i]));
        }
        return line.toString().stripTrailing();
    }
}
