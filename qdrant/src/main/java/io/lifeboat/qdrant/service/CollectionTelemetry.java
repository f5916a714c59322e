package io.lifeboat.qdrant.service;

import io.lifeboat.qdrant.answer.Fields;
import java.util.List;

/** One collection's shards as this node knows them. */
public record CollectionTelemetry(String name, List<ShardTelemetry> shards) {
    public CollectionTelemetry {
        shards = List.copyOf(shards);
    }

    static CollectionTelemetry read(Fields fields) {
        return new CollectionTelemetry(fields.text("id"), fields.list("shards", ShardTelemetry::read));
    }
}
