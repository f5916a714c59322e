package io.lifeboat.qdrant.alias;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lifeboat.qdrant.answer.QdrantJson;
import io.lifeboat.qdrant.transport.Body;
import io.lifeboat.qdrant.transport.Method;
import io.lifeboat.qdrant.transport.QdrantRequest;
import io.lifeboat.qdrant.transport.QdrantTransport;
import io.lifeboat.qdrant.transport.RawAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Aliases as Qdrant keeps them (cases 06 and 44): a batch runs in order and is not rolled back. */
final class FakeAliases implements QdrantTransport {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What happens to one update's answer, and around it. */
    enum Fault {
        /** The update is applied and its answer is lost. */
        ANSWER_LOST,
        /** The update never arrives, and times out. */
        REQUEST_LOST,
        /** The update is refused by rights. */
        FORBIDDEN
    }

    private final Set<String> collections;
    private final Map<String, String> aliases = new TreeMap<>();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private Runnable beforeUpdate = () -> {};
    private boolean blind;

    FakeAliases(String... collections) {
        this.collections = Set.of(collections);
    }

    FakeAliases with(String alias, String collection) {
        aliases.put(alias, collection);
        return this;
    }

    void fail(Fault fault) {
        faults.add(fault);
    }

    /** Another writer comes first, once. */
    void beforeNextUpdate(Runnable other) {
        beforeUpdate = other;
    }

    /** From now on listing fails. */
    void goBlind() {
        blind = true;
    }

    Map<String, String> aliases() {
        return aliases;
    }

    @Override
    public RawAnswer exchange(QdrantRequest request) {
        if (request.method() == Method.GET) {
            return blind ? new RawAnswer.None(RawAnswer.Cause.REFUSED, "gone") : list();
        }
        Runnable other = beforeUpdate;
        beforeUpdate = () -> {};
        other.run();
        return updated(request.body(), Optional.ofNullable(faults.poll()));
    }

    private RawAnswer updated(Body body, Optional<Fault> fault) {
        if (fault.isEmpty()) {
            return update(body);
        }
        return switch (fault.get()) {
            case ANSWER_LOST -> {
                update(body);
                yield new RawAnswer.None(RawAnswer.Cause.RESET, "lost");
            }
            case REQUEST_LOST -> new RawAnswer.None(RawAnswer.Cause.TIMED_OUT, "lost");
            case FORBIDDEN -> error(403, "Forbidden: Global manage access is required");
        };
    }

    private RawAnswer list() {
        var body = QdrantJson.object();
        var list = body.putObject("result").putArray("aliases");
        aliases.forEach(
                (alias, collection) -> list.addObject().put("alias_name", alias).put("collection_name", collection));
        return json(200, body.put("status", "ok").toString());
    }

    private RawAnswer update(Body body) {
        try {
            for (JsonNode action : MAPPER.readTree(body.text()).get("actions")) {
                Optional<RawAnswer> error = apply(action);
                if (error.isPresent()) {
                    return error.get();
                }
            }
            return json(200, "{\"result\":true,\"status\":\"ok\",\"time\":0.0}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<RawAnswer> apply(JsonNode action) {
        JsonNode create = action.path("create_alias");
        JsonNode rename = action.path("rename_alias");
        if (!create.isMissingNode()) {
            return create(
                    create.get("alias_name").asText(),
                    create.get("collection_name").asText());
        }
        if (!rename.isMissingNode()) {
            return rename(
                    rename.get("old_alias_name").asText(),
                    rename.get("new_alias_name").asText());
        }
        aliases.remove(action.path("delete_alias").get("alias_name").asText());
        return Optional.empty();
    }

    private Optional<RawAnswer> create(String alias, String collection) {
        if (!collections.contains(collection)) {
            return Optional.of(error(404, "Not found: Collection `" + collection + "` doesn't exist!"));
        }
        aliases.put(alias, collection);
        return Optional.empty();
    }

    private Optional<RawAnswer> rename(String from, String to) {
        String collection = aliases.remove(from);
        if (collection == null) {
            return Optional.of(error(404, "Not found: Alias " + from + " does not exists!"));
        }
        aliases.put(to, collection);
        return Optional.empty();
    }

    private static RawAnswer error(int status, String message) {
        return json(status, "{\"status\":{\"error\":\"" + message + "\"},\"time\":0.0}");
    }

    private static RawAnswer json(int status, String body) {
        return new RawAnswer.Whole(status, Optional.of("application/json"), Optional.empty(), Body.of(body));
    }
}
