package io.lifeboat.restore.restore;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.backup.CollectionRecord;
import io.lifeboat.backup.Piece;
import io.lifeboat.events.serde.Json;
import io.lifeboat.qdrant.answer.WrongShape;
import io.lifeboat.qdrant.collection.CreateBody;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * How a collection comes back on a server that is told its shards one by one: created empty with one replica a shard, then each shard's
 * snapshot into the shard that has the same points to hold. A whole collection's snapshot counts as that of its only shard. Pure.
 *
 * @param body for its creation
 * @param keys of custom sharding in the order of their creation, each with its shards; empty where sharding is automatic
 * @param parts shard to its piece
 * @param replicas that each shard had by its collection's config
 * @param confirming replicas that had to confirm a write
 */
record ShardPlan(
        CreateBody body, Map<JsonNode, List<Long>> keys, SortedMap<Long, Piece> parts, int replicas, int confirming) {

    /** @throws NotRestored if the pieces are not all of the collection, or cannot be restored one by one */
    static ShardPlan of(CollectionRecord recorded) throws NotRestored {
        CreateBody body;
        try {
            body = CreateBody.of(recorded.config());
        } catch (WrongShape e) {
            throw new NotRestored("its recorded config cannot be used: " + e.getMessage(), false);
        }
        int number = body.settings().path("shard_number").asInt(1);
        boolean whole = recorded.pieces().stream().anyMatch(piece -> piece.form() == Piece.Form.COLLECTION);
        if (whole && (number > 1 || body.isCustomSharded())) {
            throw NotRestored.refused(
                    "one snapshot holds all of its %d shards: a cluster would make replicas of them where none belong"
                            .formatted(number));
        }
        SortedMap<Long, Piece> parts = parts(recorded);
        Map<JsonNode, List<Long>> keys = body.isCustomSharded() ? keys(parts) : Map.of();
        if (!body.isCustomSharded()) {
            List<Long> wanted = LongStream.range(0, number).boxed().toList();
            if (!wanted.equals(List.copyOf(parts.keySet()))) {
                throw new NotRestored(
                        "expected snapshots of shards %s, found those of %s".formatted(wanted, parts.keySet()), false);
            }
        }
        return new ShardPlan(
                body.withReplicas(1),
                keys,
                parts,
                Math.max(1, body.settings().path("replication_factor").asInt(1)),
                Math.max(1, body.settings().path("write_consistency_factor").asInt(1)));
    }

    /** A whole collection's snapshot is that of its only shard. */
    private static SortedMap<Long, Piece> parts(CollectionRecord recorded) throws NotRestored {
        SortedMap<Long, Piece> parts = new TreeMap<>();
        for (Piece piece : recorded.pieces()) {
            boolean second = parts.put(Optional.ofNullable(piece.shard()).orElse(0L), piece) != null;
            if (piece.form() == Piece.Form.PARTIAL || second) {
                throw new NotRestored("expected one snapshot of each shard, found " + recorded.pieces(), false);
            }
        }
        return parts;
    }

    private static Map<JsonNode, List<Long>> keys(SortedMap<Long, Piece> parts) throws NotRestored {
        Map<JsonNode, List<Long>> keys = new LinkedHashMap<>();
        for (Map.Entry<Long, Piece> part : parts.entrySet()) {
            String text = part.getValue().key();
            if (text == null) {
                throw new NotRestored(
                        "expected the shard key of %s, found none"
                                .formatted(part.getValue().file()),
                        false);
            }
            try {
                keys.computeIfAbsent(Json.mapper().readTree(text), key -> new ArrayList<>())
                        .add(part.getKey());
            } catch (JsonProcessingException e) {
                throw new NotRestored("expected a shard key as JSON, found " + text, false);
            }
        }
        return keys;
    }

    /** How many shards there are once it is created. */
    int shards() {
        return parts.size();
    }

    /**
     * Recorded shard to the one it goes into. A key's only shard may have another number than before; where a key has several, the
     * numbers decide which of them a point is looked for in.
     *
     * @param created as the server made them, with their keys
     */
    Map<Long, Long> places(SortedMap<Long, Optional<JsonNode>> created) throws NotRestored {
        Map<Long, Long> places = new TreeMap<>();
        if (keys.isEmpty()) {
            if (!created.keySet().equals(parts.keySet())) {
                throw new NotRestored(
                        "expected shards %s, the server made %s".formatted(parts.keySet(), created.keySet()), true);
            }
            parts.keySet().forEach(shard -> places.put(shard, shard));
            return places;
        }
        for (Map.Entry<JsonNode, List<Long>> key : keys.entrySet()) {
            List<Long> there = created.entrySet().stream()
                    .filter(shard ->
                            shard.getValue().filter(key.getKey()::equals).isPresent())
                    .map(Map.Entry::getKey)
                    .toList();
            List<Long> wanted = key.getValue();
            if (there.size() != wanted.size() || (wanted.size() > 1 && !there.equals(wanted))) {
                throw NotRestored.refused(
                        "shard key %s had shards %s and has %s here: its points would be looked for in the wrong ones"
                                .formatted(key.getKey(), wanted, there));
            }
            for (int i = 0; i < wanted.size(); i++) {
                places.put(wanted.get(i), there.get(i));
            }
        }
        return places;
    }
}
