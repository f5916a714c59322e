package io.lifeboat.lab.qdrant.store;

/** Whether a shard can be read. */
public sealed interface ShardState {
    /** It answers. */
    record Local() implements ShardState {}

    /** It is a stub that fails every read, while telemetry goes on calling it green (case 24). */
    record Dummy(String reason) implements ShardState {}

    /** Its files could not be loaded at the start, and the node was told to put up with that (case 43). */
    record Unloaded(PeerId peer) implements ShardState {}

    /** It is gone for the moment in which other files take its place. */
    record Replaced() implements ShardState {}
}
