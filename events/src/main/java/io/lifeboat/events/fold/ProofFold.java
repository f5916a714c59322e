package io.lifeboat.events.fold;

import static io.lifeboat.events.fold.Ruling.voided;

import io.lifeboat.events.id.Service;
import io.lifeboat.events.incident.BackupProven;
import java.util.Optional;

/** Proofs of kept backups. A workspace keeps two of each source, and of so many sources only. */
final class ProofFold {
    static final int MOST_SOURCES = 32;

    private ProofFold() {}

    static Folded proven(Workspace workspace, BackupProven event, Context context) {
        Proofs known = workspace.proofs().get(event.source());
        Optional<Ruling> refusal = context.strangerTo(Service.RESTORE)
                .or(() -> known == null ? roomRefusal(workspace) : orderRefusal(known, event));
        if (refusal.isPresent()) {
            return new Folded(workspace, refusal.get());
        }
        Proofs next = known == null ? Proofs.first(event) : known.with(event);
        return Folded.effective(workspace.withProof(event.source(), next));
    }

    private static Optional<Ruling> roomRefusal(Workspace workspace) {
        return workspace.proofs().size() >= MOST_SOURCES
                ? Optional.of(voided("proofs of %d sources are known already", MOST_SOURCES))
                : Optional.empty();
    }

    private static Optional<Ruling> orderRefusal(Proofs known, BackupProven event) {
        return event.provenAt().isAfter(known.last().provenAt())
                ? Optional.empty()
                : Optional.of(voided("there is one of %s already", known.last().provenAt()));
    }
}
