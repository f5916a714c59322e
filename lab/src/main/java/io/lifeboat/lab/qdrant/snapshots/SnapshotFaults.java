package io.lifeboat.lab.qdrant.snapshots;

import io.lifeboat.lab.qdrant.http.QdrantError;

/** What can go wrong while snapshots are made and restored. Nothing happens while nothing is to go wrong. */
public interface SnapshotFaults {
    /** @throws QdrantError as on a full disk */
    void mustHaveRoom(String collection);

    /** Called while a shard's files are neither the old nor the new ones; it may take its time. */
    void whileApplying(String collection);
}
