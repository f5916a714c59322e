package io.lifeboat.qdrant.snapshot.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Walks the files of a tar, each as a stream, and reports what Qdrant would refuse. In constant memory. */
final class TarWalk {
    /** Names are kept to tell repeated ones, up to here; no snapshot of Qdrant comes near. */
    private static final int MOST_NAMES = 100_000;

    private final String archive;
    private final Findings findings;
    private final Set<Long> names = new HashSet<>();

    /** @param archive what stands before {@code !} in a finding; empty for the outermost */
    TarWalk(String archive, Findings findings) {
        this.archive = archive;
        this.findings = findings;
    }

    /** Takes one file. What it does not read is skipped. */
    @FunctionalInterface
    interface Visitor {
        void file(Entry entry, InputStream content) throws IOException;
    }

    /**
     * A file in the archive.
     *
     * @param path within its archive
     * @param size of its content, zeros of a sparse file included
     * @param offset of its content in its archive
     */
    record Entry(String path, String place, long size, long offset) {}

    /** Returns whether it could be walked to its end. */
    boolean walk(InputStream in, Visitor visitor) throws IOException {
        TarGuard guard = new TarGuard(in);
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new Unclosed(guard), "UTF-8")) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                visit(entry, guard.position(), tar, visitor);
            }
            drain(guard);
            return true;
        } catch (BrokenArchive e) {
            findings.broken(archive, e);
            drain(in);
            return false;
        } catch (SourceFailed e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            findings.damaged(archive, guard.position(), "a tar archive", String.valueOf(e.getMessage()));
            drain(in);
            return false;
        }
    }

    private void visit(TarArchiveEntry entry, long offset, InputStream content, Visitor visitor) throws IOException {
        String path = entry.getName().startsWith("./") ? entry.getName().substring(2) : entry.getName();
        String place = archive.isEmpty() ? path : archive + "!" + path;
        if (!isInside(path)) {
            findings.damaged(place, offset, "a path inside the archive", "one that leaves it");
        } else if (entry.isDirectory()) {
            return;
        } else if (names.size() < MOST_NAMES && !names.add(fingerprint(path))) {
            findings.suspicious(place, offset, "one file of a name", "a second one");
        } else {
            visitor.file(new Entry(path, place, entry.getRealSize(), offset), content);
        }
    }

    /** 64 bits, of which not two in 100,000 names will agree by chance (FNV-1a). */
    private static long fingerprint(String path) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < path.length(); i++) {
            hash = (hash ^ path.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    private static boolean isInside(String path) {
        return !path.isEmpty()
                && !path.startsWith("/")
                && path.indexOf('\\') < 0
                && path.indexOf('\0') < 0
                && java.util.Arrays.stream(path.split("/", -1)).noneMatch(part -> part.equals(".."));
    }

    /** Reads to the end, so that the sum is that of the whole file. */
    private static void drain(InputStream in) throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }

    /**
     * The tar reader closes what it reads from; the bytes behind the archive are still wanted. And it takes a short read within a
     * sparse file for the end of that part, so here a read is short at the end only.
     */
    private static final class Unclosed extends java.io.FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = in.readNBytes(buffer, offset, length);
            return read == 0 && length > 0 ? -1 : read;
        }

        @Override
        public void close() {
            // left open
        }
    }
}
