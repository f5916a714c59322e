package io.lifeboat.events.incident;

import io.lifeboat.events.EventName;
import io.lifeboat.events.Fields;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A kept backup was restored into a scratch server, which was restarted, and all was compared with what had been recorded.
 *
 * @param source what was backed up, {@code qdrant} or another source's name
 * @param backup its name in the catalogue
 * @param takenAt when the backup began
 * @param provenAt when the proof ended
 * @param collections restored
 * @param points counted exactly in all of them
 * @param bytes restored
 * @param took from the first byte restored to the verdict
 * @param manifestSha256 of the backup's record, which names the SHA-256 of every file, 64 lower-case hex digits: what exactly was proven
 * @param why in one sentence
 * @param key names the key of {@code signature}; absent where proofs are not signed
 * @param signature Ed25519 over the proof as the catalogue keeps it, in Base64; absent where proofs are not signed
 */
@EventName(value = "io.lifeboat.backup.proven.v1", writers = Service.RESTORE)
public record BackupProven(
        WorkspaceId workspace,
        String source,
        String backup,
        Instant takenAt,
        Instant provenAt,
        ProofVerdict verdict,
        long collections,
        long points,
        long bytes,
        Duration took,
        String manifestSha256,
        String why,
        @Nullable String key,
        @Nullable String signature)
        implements WorkspaceEvent {
    /** As the folders of sources are named. */
    private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final int MOST_CHARS = 256;

    public BackupProven {
        Fields.present("workspace", workspace);
        matching("source", SOURCE, source);
        Fields.present("backup", backup);
        if (backup.isBlank() || backup.length() > MOST_CHARS) {
            throw new IllegalArgumentException(
                    "backup: expected 1 to %d characters, got %d".formatted(MOST_CHARS, backup.length()));
        }
        Fields.present("takenAt", takenAt);
        Fields.present("provenAt", provenAt);
        Fields.present("verdict", verdict);
        Fields.counter("collections", 0, collections);
        Fields.counter("points", 0, points);
        Fields.counter("bytes", 0, bytes);
        Fields.bounded("took", took);
        matching("manifestSha256", DIGEST, manifestSha256);
        Fields.present("why", why);
        if ((key == null) != (signature == null)) {
            throw new IllegalArgumentException("signature: expected key and signature together");
        }
    }

    private static void matching(String field, Pattern form, @Nullable String value) {
        if (!form.matcher(Fields.present(field, value)).matches()) {
            throw new IllegalArgumentException("%s: expected %s, got '%s'".formatted(field, form, value));
        }
    }
}
