package io.lifeboat.qdrant.alias;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.answer.QdrantJson;
import io.lifeboat.qdrant.answer.ResultReader;
import io.lifeboat.qdrant.call.Caller;
import io.lifeboat.qdrant.transport.ResourcePath;
import java.util.Comparator;
import java.util.List;

/** Calls about aliases. */
public record AliasCalls(Caller caller) {
    /** All of them, sorted by name: the server's order means nothing. */
    public Answer<List<Alias>> list() throws InterruptedException {
        return caller.get(
                ResourcePath.of("aliases"),
                ResultReader.ofFields(fields -> fields.list("aliases", Alias::read).stream()
                        .sorted(Comparator.comparing(Alias::name))
                        .toList()));
    }

    /** Runs a batch, in order, under one lock. After a failure the first actions may have been applied: look. */
    public Answer<Boolean> update(List<AliasAction> actions) throws InterruptedException {
        ObjectNode body = QdrantJson.object();
        ArrayNode list = body.putArray("actions");
        actions.forEach(action -> list.add(action.toJson()));
        return caller.post(ResourcePath.of("collections", "aliases"), body, ResultReader.ofFlag());
    }
}
