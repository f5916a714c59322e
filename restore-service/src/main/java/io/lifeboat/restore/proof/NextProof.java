package io.lifeboat.restore.proof;

import io.lifeboat.backup.BackupKind;
import io.lifeboat.backup.BackupRecord;
import io.lifeboat.backup.Proof;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which backup is proven next, and when: the newest that nobody has tried, then the one whose proof is oldest. Proofs take at
 * most a share of the time, so that they never take a machine from what it is for. Pure.
 *
 * @param share of the time, more than 0 and at most 1
 * @param again a proof that is older is made anew
 */
public record NextProof(double share, Duration again) {
    public NextProof {
        if (share <= 0 || share > 1) {
            throw new IllegalArgumentException("share: expected more than 0 and at most 1, got " + share);
        }
        Objects.requireNonNull(again, "again");
    }

    /**
     * The one to prove now; empty if none is due.
     *
     * @param all of a workspace
     */
    public Optional<BackupRecord> of(List<BackupRecord> all, Instant now) {
        List<BackupRecord> full = all.stream()
                .filter(backup -> backup.id().kind() == BackupKind.FULL)
                .filter(backup -> !backup.collections().isEmpty())
                .toList();
        Optional<Proof> last =
                full.stream().map(BackupRecord::proof).filter(Objects::nonNull).max(Comparator.comparing(Proof::at));
        if (last.isPresent() && now.isBefore(restUntil(last.get()))) {
            return Optional.empty();
        }
        return full.stream()
                .max(Comparator.comparing(BackupRecord::taken))
                .filter(newest -> newest.proof() == null)
                .or(() -> oldest(full, now));
    }

    private Instant restUntil(Proof last) {
        long busy = last.took().toMillis();
        return last.at().plusMillis((long) (busy / share) - busy);
    }

    /** Of those that were tried, and long ago: what was kept for years is sampled, too. */
    private Optional<BackupRecord> oldest(List<BackupRecord> full, Instant now) {
        return full.stream()
                .filter(backup -> backup.proof() != null)
                .filter(backup -> !now.isBefore(proof(backup).at().plus(again)))
                .min(Comparator.comparing((BackupRecord backup) -> proof(backup).at())
                        .thenComparing(BackupRecord::id));
    }

    private static Proof proof(BackupRecord backup) {
        return Objects.requireNonNull(backup.proof(), "proof");
    }
}
