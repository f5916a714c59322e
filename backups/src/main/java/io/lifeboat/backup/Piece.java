package io.lifeboat.backup;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One snapshot file of a collection.
 *
 * @param form what kind of snapshot it is, which decides by what call it is restored
 * @param shard its shard; null for a snapshot of the whole collection
 * @param key the shard's key as JSON text ({@code "eu"} or {@code 7}); null where sharding is automatic
 * @param file its name among the backup's files
 * @param versions the file with the segment manifest read just before it, from which the next link of a chain goes on; null
 *     where none follows
 * @param node address of the node that gave it, by which a replica that turns out wrong is found; null where one node gave all
 */
public record Piece(
        Form form,
        @Nullable Long shard,
        @Nullable String key,
        String file,
        @Nullable String versions,
        @Nullable URI node) {

    /** The snapshots that Qdrant makes. */
    public enum Form {
        /** All shards of a node; restored by {@code snapshots/upload} or {@code recover}. */
        COLLECTION,
        /** One shard; restored by {@code shards/N/snapshots/upload} or {@code recover}. */
        SHARD,
        /** What changed in a shard; restored by {@code shards/N/snapshot/partial/recover}, after what it builds on. */
        PARTIAL
    }

    public Piece {
        Objects.requireNonNull(form, "form");
        KeptFile.requirePlainName(file);
        if ((form == Form.COLLECTION) != (shard == null)) {
            throw new IllegalArgumentException(
                    "piece " + file + ": expected a shard if and only if it is one of a shard");
        }
    }

    /** A snapshot of a whole collection. */
    public static Piece collection(String file) {
        return new Piece(Form.COLLECTION, null, null, file, null, null);
    }

    /** A snapshot of one shard of a cluster. */
    public static Piece shard(long shard, @Nullable String key, String file, URI node) {
        return new Piece(Form.SHARD, shard, key, file, null, node);
    }
}
