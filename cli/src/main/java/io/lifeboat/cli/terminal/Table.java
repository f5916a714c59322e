package io.lifeboat.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Columns as wide as they must be, two blanks apart. Not thread-safe. */
public final class Table {
    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... head) {
        this.head = List.of(head);
    }

    /** @throws IllegalArgumentException if there are more or fewer cells than columns */
    public Table row(String... cells) {
        if (cells.length != head.size()) {
            throw new IllegalArgumentException("cells: expected %d, got %d".formatted(head.size(), cells.length));
        }
        rows.add(List.of(cells));
        return this;
    }

    /** All lines, each ended; the heading first. */
    public String text() {
        return Stream.concat(Stream.of(head), rows.stream()).map(this::line).collect(Collectors.joining());
    }

    private String line(List<String> cells) {
        return IntStream.range(0, cells.size())
                        .mapToObj(column -> pad(cells.get(column), width(column)))
                        .collect(Collectors.joining("  "))
                        .stripTrailing()
                + "\n";
    }

    private int width(int column) {
        return Stream.concat(Stream.of(head), rows.stream())
                .mapToInt(cells -> cells.get(column).length())
                .max()
                .orElse(0);
    }

    private static String pad(String cell, int width) {
        return cell + " ".repeat(width - cell.length());
    }
}
