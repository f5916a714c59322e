package io.lifeboat.qdrant.service;

import io.lifeboat.qdrant.answer.Fields;
import java.util.List;

/** The parts of {@code GET /telemetry?details_level=3} that tell about damage and change. */
public record Telemetry(String version, List<CollectionTelemetry> collections) {
    public Telemetry {
        collections = List.copyOf(collections);
    }

    public static Telemetry read(Fields fields) {
        return new Telemetry(
                fields.at("app").text("version"),
                fields.at("collections").list("collections", CollectionTelemetry::read));
    }

    /** All collections that have a dummy shard on this node: their data could not be loaded, and reads answer 500. */
    public List<String> collectionsWithDummyShards() {
        return collections.stream()
                .filter(collection -> collection.shards().stream().anyMatch(ShardTelemetry::isDummy))
                .map(CollectionTelemetry::name)
                .toList();
    }
}
