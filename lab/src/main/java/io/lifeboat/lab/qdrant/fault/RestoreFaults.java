package io.lifeboat.lab.qdrant.fault;

import io.lifeboat.lab.qdrant.http.QdrantError;
import io.lifeboat.lab.qdrant.snapshots.SnapshotFaults;
import java.util.Optional;

/** A full disk, and a restore that stops in its middle. */
public final class RestoreFaults implements SnapshotFaults {
    private final ActiveFaults faults;

    public RestoreFaults(ActiveFaults faults) {
        this.faults = faults;
    }

    @Override
    public void mustHaveRoom(String collection) {
        if (faults.strike(FaultKind.SNAPSHOT_DISK_FULL, Optional.of(collection)).isPresent()) {
            throw QdrantError.internal("File IO error: No space left on device (os error 28)");
        }
    }

    @Override
    public void whileApplying(String collection) {
        if (faults.strike(FaultKind.PAUSED_APPLYING, Optional.of(collection)).isPresent()) {
            faults.awaitEnd(FaultKind.PAUSED_APPLYING, ActiveFaults.forEver());
        }
    }
}
