package io.lifeboat.lab.qdrant.collections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.lab.qdrant.http.Answer;
import io.lifeboat.lab.qdrant.http.Call;
import io.lifeboat.lab.qdrant.http.JsonBody;
import io.lifeboat.lab.qdrant.http.Route;
import io.lifeboat.lab.qdrant.store.AliasAction;
import io.lifeboat.lab.qdrant.store.Aliases;
import io.lifeboat.lab.qdrant.store.Storage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Lists aliases and runs batches of changes. */
public final class AliasesHandler {
    private final Storage storage;

    public AliasesHandler(Storage storage) {
        this.storage = storage;
    }

    public List<Route> routes() {
        return List.of(
                Route.read("GET", "/aliases", call -> listed(alias -> true)),
                Route.write("POST", "/collections/aliases", this::change),
                Route.read("GET", "/collections/{collection_name}/aliases", this::ofCollection));
    }

    private Answer ofCollection(Call call) {
        String name = storage.get(call.collection()).name();
        return listed(alias -> alias.collection().equals(name));
    }

    private Answer listed(Predicate<Aliases.Alias> wanted) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        ArrayNode aliases = result.putArray("aliases");
        storage.aliases().stream()
                .filter(wanted)
                .forEach(alias ->
                        aliases.addObject().put("alias_name", alias.name()).put("collection_name", alias.collection()));
        return new Answer.Result(result);
    }

    private Answer change(Call call) throws IOException {
        JsonBody body = call.json();
        List<AliasAction> actions = new ArrayList<>();
        body.require("actions").forEach(action -> actions.add(read(body, action)));
        storage.changeAliases(actions);
        return new Answer.Result(BooleanNode.TRUE);
    }

    private static AliasAction read(JsonBody body, JsonNode action) {
        JsonNode create = action.path("create_alias");
        if (create.isObject()) {
            return new AliasAction.Create(text(body, create, "collection_name"), text(body, create, "alias_name"));
        }
        JsonNode delete = action.path("delete_alias");
        if (delete.isObject()) {
            return new AliasAction.Delete(text(body, delete, "alias_name"));
        }
        JsonNode rename = action.path("rename_alias");
        if (rename.isObject()) {
            return new AliasAction.Rename(text(body, rename, "old_alias_name"), text(body, rename, "new_alias_name"));
        }
        throw body.refuse("data did not match any variant of untagged enum AliasOperations");
    }

    private static String text(JsonBody body, JsonNode node, String name) {
        if (!node.path(name).isTextual()) {
            throw body.refuse("missing field `" + name + "`");
        }
        return node.get(name).asText();
    }
}
