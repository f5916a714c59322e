package io.lifeboat.restore.proof;

import io.lifeboat.events.fold.Fleet;
import io.lifeboat.events.fold.Proofs;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.BackupProven;
import io.lifeboat.saga.Decider;
import io.lifeboat.saga.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Steps come first; while there are none to claim, a proof that has ended is told. */
public final class ProofDecider implements Decider {
    private final Decider steps;
    private final Function<WorkspaceId, Optional<BackupProven>> waiting;

    public ProofDecider(Decider steps, Function<WorkspaceId, Optional<BackupProven>> waiting) {
        this.steps = steps;
        this.waiting = waiting;
    }

    @Override
    public Decision decide(Workspace workspace, Fleet fleet, Instant now) {
        Decision decision = steps.decide(workspace, fleet, now);
        if (!(decision instanceof Decision.Wait)) {
            return decision;
        }
        return waiting.apply(workspace.id())
                .filter(proof -> isNews(proof, workspace))
                .<Decision>map(proof -> new Decision.Append(
                        List.of(proof), "the proof of %s has ended: %s".formatted(proof.backup(), proof.why())))
                .orElse(decision);
    }

    private static boolean isNews(BackupProven proof, Workspace workspace) {
        Proofs known = workspace.proofs().get(proof.source());
        return known == null || proof.provenAt().isAfter(known.last().provenAt());
    }
}
