package io.lifeboat.qdrant.alias;

import io.lifeboat.qdrant.answer.Fields;

/** A second name of a collection. */
public record Alias(String name, String collection) {
    static Alias read(Fields fields) {
        return new Alias(fields.text("alias_name"), fields.text("collection_name"));
    }
}
