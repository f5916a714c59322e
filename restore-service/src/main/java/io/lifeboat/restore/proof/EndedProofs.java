package io.lifeboat.restore.proof;

import io.lifeboat.backup.BackupRecord;
import io.lifeboat.backup.Proof;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.BackupProven;
import io.lifeboat.events.incident.ProofVerdict;
import io.lifeboat.events.serde.Json;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Proofs that wait to be appended to the log, at most one a workspace. Thread-safe. */
@Singleton
public class EndedProofs {
    private final Map<WorkspaceId, BackupProven> waiting = new ConcurrentHashMap<>();

    void put(BackupProven proof) {
        waiting.put(proof.workspace(), proof);
    }

    /** The last one that was made, appended already or not. */
    public Optional<BackupProven> of(WorkspaceId workspace) {
        return Optional.ofNullable(waiting.get(workspace));
    }

    /** The event of a proof. */
    static BackupProven event(BackupRecord backup, Proof proof) {
        long points = backup.collections().stream()
                .mapToLong(each ->
                        proof.evidence().path(each.name()).path("points").asLong(0))
                .sum();
        return new BackupProven(
                backup.id().workspace(),
                backup.id().source(),
                backup.id().text(),
                backup.taken(),
                proof.at(),
                proof.passed() ? ProofVerdict.PROVEN : ProofVerdict.REFUTED,
                backup.collections().size(),
                points,
                proof.bytes(),
                proof.took(),
                Json.sha256(Json.bytes(backup)),
                proof.why(),
                proof.key(),
                proof.signature());
    }
}
