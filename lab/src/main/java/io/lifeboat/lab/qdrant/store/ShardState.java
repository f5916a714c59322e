package io.lifeboat.lab.qdrant.store;

/** Whether a collection's shard can be read. */
public sealed interface ShardState {
    /** It answers. */
    record Local() implements ShardState {}

    /** It is a stub that fails every read, while telemetry goes on calling it green (case 24). */
    record Dummy(String reason) implements ShardState {}
}
