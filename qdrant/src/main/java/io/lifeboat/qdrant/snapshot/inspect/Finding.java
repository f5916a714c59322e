package io.lifeboat.qdrant.snapshot.inspect;

/**
 * Something that is not as it should be.
 *
 * @param file inside the archive, with {@code !} between an archive and what is in it; empty for the whole
 * @param offset of the bytes looked at, in the whole file or, for what is in an inner archive, in that one
 */
public record Finding(Severity severity, String file, long offset, String expected, String found) {
    private static final int MOST = 300;

    /** What it means for a restore. */
    public enum Severity {
        /** Qdrant would refuse it, or lose data. */
        DAMAGED,
        /** It may restore, and less may come back than was kept. */
        SUSPICIOUS,
        /** No fault, but something to know. */
        NOTE
    }

    public Finding {
        expected = bounded(expected);
        found = bounded(found);
        file = bounded(file);
    }

    @Override
    public String toString() {
        String where = file.isEmpty() ? "the file" : file;
        return "%s: %s at byte %d: expected %s, found %s".formatted(severity, where, offset, expected, found);
    }

    /** Names and values in an archive are others' texts: they must not fill a page, nor move a cursor. */
    private static String bounded(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= MOST ? line : line.substring(0, MOST) + "...";
    }
}
