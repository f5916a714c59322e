package io.lifeboat.qdrant.snapshot.inspect;

/** What a snapshot is of, by what is in it. */
public enum SnapshotKind {
    COLLECTION,
    /** One shard, with all its segments. */
    SHARD,
    /** The changes of one shard since some manifest: restored only onto what they are the changes of. */
    PARTIAL,
    /** All collections of a node, with aliases. */
    STORAGE,
    /** Nothing that Qdrant would take. */
    UNKNOWN
}
