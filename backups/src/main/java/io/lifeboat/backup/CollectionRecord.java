package io.lifeboat.backup;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.qdrant.digest.DigestSummary;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was recorded of a collection when it was backed up.
 *
 * @param pointsBefore counted exactly before the snapshot was made, of a cluster the sum of each shard's smaller count; -1 where nobody
 *     counted (a backup of others)
 * @param pointsAfter counted exactly afterwards, of a cluster the sum of each shard's greater count; -1 likewise
 * @param settled whether nothing was written between the two counts: then counts and digest are exactly what the snapshot
 *     holds, else it holds a state in between
 * @param digest of the content; null where it was not read, or was written to meanwhile
 * @param aliases that led to it
 * @param config as the server reported it: to be translated before it is a creation request
 * @param payloadSchema field to what its index is made with: a type's name, or an object with its parameters; of a backup of others as the
 *     server reported it
 * @param pieces its snapshot files in this backup, in the order in which they are restored; empty in a link of a chain if
 *     nothing had changed
 */
public record CollectionRecord(
        String name,
        long pointsBefore,
        long pointsAfter,
        boolean settled,
        @Nullable DigestSummary digest,
        List<String> aliases,
        JsonNode config,
        JsonNode payloadSchema,
        List<Piece> pieces) {
    /** Nobody counted. */
    public static final long UNKNOWN = -1;

    public CollectionRecord {
        Objects.requireNonNull(name, "collection.name");
        if (pointsBefore < UNKNOWN || pointsAfter < UNKNOWN) {
            throw new IllegalArgumentException(
                    "points of " + name + ": expected -1 or more, got " + pointsBefore + " and " + pointsAfter);
        }
        if (settled && pointsBefore != pointsAfter) {
            throw new IllegalArgumentException(
                    name + ": settled, yet " + pointsBefore + " points became " + pointsAfter);
        }
        aliases = List.copyOf(aliases);
        Objects.requireNonNull(config, "collection.config");
        Objects.requireNonNull(payloadSchema, "collection.payloadSchema");
        pieces = List.copyOf(pieces);
    }

    /** Whether this number of restored points can be right. */
    public boolean couldHold(long points) {
        if (pointsBefore == UNKNOWN) {
            return true;
        }
        return points >= Math.min(pointsBefore, pointsAfter) && points <= Math.max(pointsBefore, pointsAfter);
    }
}
