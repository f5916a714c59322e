package io.lifeboat.events.fold;

import io.lifeboat.events.incident.BackupProven;
import io.lifeboat.events.incident.ProofVerdict;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the log knows of a source's backups. Immutable.
 *
 * @param proven the newest backup, by when it was taken, that was proven and not refuted since; absent if there is none
 * @param last the last proof that ended, whatever its verdict
 */
public record Proofs(@Nullable BackupProven proven, BackupProven last) {
    public Proofs {
        Objects.requireNonNull(last, "proofs.last");
    }

    static Proofs first(BackupProven event) {
        return new Proofs(event.verdict() == ProofVerdict.PROVEN ? event : null, event);
    }

    /** A proof of an older one leaves the newer; a refuted one is no longer the newest that is proven. */
    Proofs with(BackupProven event) {
        return switch (event.verdict()) {
            case PROVEN -> new Proofs(isOlder(event) ? proven : event, event);
            case REFUTED -> new Proofs(isProven(event) ? null : proven, event);
        };
    }

    private boolean isOlder(BackupProven event) {
        return proven != null && event.takenAt().isBefore(proven.takenAt());
    }

    private boolean isProven(BackupProven event) {
        return proven != null && proven.backup().equals(event.backup());
    }
}
