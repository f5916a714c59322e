package io.lifeboat.qdrant.snapshot;

import io.lifeboat.qdrant.transport.ResourcePath;

/** What snapshots are of; each kind has its own files and calls on a node. */
public sealed interface SnapshotPlace {

    /** A collection, as far as the node asked has its shards. */
    record OfCollection(String collection) implements SnapshotPlace {
        @Override
        public ResourcePath path(String... below) {
            return SnapshotPlace.join(below, "collections", collection, "snapshots");
        }
    }

    /** One shard of which the node asked has a replica. */
    record OfShard(String collection, long shard) implements SnapshotPlace {
        public OfShard {
            if (shard < 0) {
                throw new IllegalArgumentException("shard: expected 0 or more, found " + shard);
            }
        }

        @Override
        public ResourcePath path(String... below) {
            return SnapshotPlace.join(below, "collections", collection, "shards", Long.toString(shard), "snapshots");
        }

        /** Calls that keep no file: {@code snapshot} and {@code snapshot/partial/...}. */
        ResourcePath streamed(String... below) {
            return SnapshotPlace.join(below, "collections", collection, "shards", Long.toString(shard), "snapshot");
        }
    }

    /** All collections of a standalone node, with its aliases. Restored only at its start. */
    record OfStorage() implements SnapshotPlace {
        @Override
        public ResourcePath path(String... below) {
            return SnapshotPlace.join(below, "snapshots");
        }
    }

    /** The path of its snapshots, and of what lies below that. */
    ResourcePath path(String... below);

    private static ResourcePath join(String[] below, String... segments) {
        String[] all = java.util.Arrays.copyOf(segments, segments.length + below.length);
        System.arraycopy(below, 0, all, segments.length, below.length);
        return ResourcePath.of(all);
    }
}
