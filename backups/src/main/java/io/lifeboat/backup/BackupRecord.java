package io.lifeboat.backup;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A kept backup, whole: one that is half does not have a record.
 *
 * @param taken when it began: what was acknowledged before is in it
 * @param took from then until its last byte was kept
 * @param site of the workspace from which it was taken; null in a backup of others
 * @param origin addresses of the nodes it was taken from
 * @param serverVersion of Qdrant, which decides where it can be restored; null where it is unknown or no Qdrant
 * @param collections of a Qdrant; empty for other sources
 * @param files all but {@code manifest.json}, {@code lifeboat.json} and {@code proof.json}
 * @param failed collections that could not be backed up, each with why
 * @param base what it builds on; null for a full one
 * @param foreign whether it was made by something else, in the layout of the field, without {@code lifeboat.json}
 * @param proof how its last proof ended; null if it was never tried. It is kept in a file of its own
 */
@JsonIgnoreProperties({"proof", "proven"})
public record BackupRecord(
        BackupId id,
        Instant taken,
        Duration took,
        @Nullable String site,
        List<URI> origin,
        @Nullable String serverVersion,
        List<CollectionRecord> collections,
        List<KeptFile> files,
        List<String> failed,
        @Nullable BackupId base,
        boolean foreign,
        @Nullable Proof proof) {

    public BackupRecord {
        Objects.requireNonNull(id, "backup.id");
        Objects.requireNonNull(taken, "backup.taken");
        Objects.requireNonNull(took, "backup.took");
        origin = List.copyOf(origin);
        collections = List.copyOf(collections);
        files = List.copyOf(files);
        failed = List.copyOf(failed);
        if ((id.kind() == BackupKind.INCREMENTAL) != (base != null) && !foreign) {
            throw new IllegalArgumentException(id + ": expected a base if and only if it is incremental, got " + base);
        }
    }

    public BackupRecord withProof(@Nullable Proof last) {
        return new BackupRecord(
                id, taken, took, site, origin, serverVersion, collections, files, failed, base, foreign, last);
    }

    /** Bytes of all files as kept. */
    public long bytes() {
        return files.stream().mapToLong(KeptFile::bytes).sum();
    }

    public boolean isProven() {
        return proof != null && proof.passed();
    }

    public Optional<KeptFile> file(String name) {
        return files.stream().filter(file -> file.name().equals(name)).findFirst();
    }

    public Optional<CollectionRecord> collection(String name) {
        return collections.stream()
                .filter(collection -> collection.name().equals(name))
                .findFirst();
    }
}
