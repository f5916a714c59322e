package io.lifeboat.qdrant.alias;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.qdrant.answer.QdrantJson;

/** One action of an alias batch. A batch runs under one lock and is not rolled back: what came before a failure stays. */
public sealed interface AliasAction {

    /** Creates an alias, or silently repoints an existing one. 404 if the collection is missing. */
    record Create(String alias, String collection) implements AliasAction {
        @Override
        public ObjectNode toJson() {
            return action("create_alias", "collection_name", collection, "alias_name", alias);
        }
    }

    /** Deletes an alias; no error if it is missing. */
    record Delete(String alias) implements AliasAction {
        @Override
        public ObjectNode toJson() {
            ObjectNode action = QdrantJson.object();
            action.putObject("delete_alias").put("alias_name", alias);
            return action;
        }
    }

    /** Renames an alias; 404 if it is missing, which makes a batch conditional. */
    record Rename(String from, String to) implements AliasAction {
        @Override
        public ObjectNode toJson() {
            return action("rename_alias", "old_alias_name", from, "new_alias_name", to);
        }
    }

    ObjectNode toJson();

    private static ObjectNode action(String type, String key, String value, String otherKey, String otherValue) {
        ObjectNode action = QdrantJson.object();
        action.putObject(type).put(key, value).put(otherKey, otherValue);
        return action;
    }
}
