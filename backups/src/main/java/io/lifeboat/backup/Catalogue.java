package io.lifeboat.backup;

import io.lifeboat.events.id.WorkspaceId;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All backups that a store keeps. What is not whole is not in it: a backup appears at once, when its manifest is written,
 * and not before. Thread-safe. Nothing is cached: each answer is what the store holds now.
 */
public interface Catalogue {

    /** Those of a workspace, newest first; with {@link Listing#damaged} what looks like a backup and cannot be read as one. */
    Listing list(WorkspaceId workspace) throws IOException;

    Optional<BackupRecord> find(BackupId id) throws IOException;

    /**
     * The content of a file, decrypted, from an offset to its end. Its SHA-256 is for the reader to compare.
     *
     * @param from offset in bytes of the content
     * @throws IOException naming the file and, where it can be told, the offset at which it is damaged
     */
    InputStream open(BackupRecord backup, String file, long from) throws IOException;

    /** Keeps how a proof ended, in place of the last one's end. */
    void keepProof(Proof proof) throws IOException;

    /**
     * What must be restored for a backup, in that order: the full one first, the backup itself last.
     *
     * @throws IOException if a link is missing
     */
    default List<BackupRecord> chain(BackupRecord last) throws IOException {
        List<BackupRecord> links = new ArrayList<>(List.of(last));
        BackupRecord first = last;
        while (first.base() != null) {
            BackupId before = first.base();
            if (links.stream().anyMatch(link -> link.id().equals(before))) {
                throw new IOException(last.id() + ": its chain leads back to " + before);
            }
            first = find(before).orElseThrow(() -> new IOException(last.id() + ": a link is missing: " + before));
            links.addFirst(first);
        }
        return links;
    }

    /**
     * What a workspace has.
     *
     * @param records newest first
     */
    record Listing(List<BackupRecord> records, List<Damaged> damaged) {
        public Listing {
            records = List.copyOf(records);
            damaged = List.copyOf(damaged);
        }

        /** The newest of one source, if there is any. */
        public Optional<BackupRecord> newest(String source) {
            return records.stream()
                    .filter(backup -> backup.id().source().equals(source))
                    .findFirst();
        }
    }
}
