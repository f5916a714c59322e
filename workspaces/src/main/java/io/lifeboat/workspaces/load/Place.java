package io.lifeboat.workspaces.load;

/**
 * Where something stands in the file.
 *
 * @param line from 1; 0 where the whole file is meant
 * @param column from 1; 0 where the whole file is meant
 */
public record Place(int line, int column) implements Comparable<Place> {
    /** Not a place in the file, but the file. */
    public static final Place WHOLE_FILE = new Place(0, 0);

    @Override
    public int compareTo(Place other) {
        return line == other.line ? Integer.compare(column, other.column) : Integer.compare(line, other.line);
    }

    @Override
    public String toString() {
        return line == 0 ? "" : ":" + line + ":" + column;
    }
}
