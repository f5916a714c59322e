package io.lifeboat.lab.qdrant.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.lab.qdrant.http.Answer;
import io.lifeboat.lab.qdrant.http.Call;
import io.lifeboat.lab.qdrant.http.HttpFront;
import io.lifeboat.lab.qdrant.http.JsonBody;
import io.lifeboat.lab.qdrant.http.QdrantError;
import io.lifeboat.lab.qdrant.http.Route;
import io.lifeboat.lab.qdrant.store.Point;
import io.lifeboat.lab.qdrant.store.PointId;
import io.lifeboat.lab.qdrant.store.Storage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The admin port's calls: faults, tampering and the fence. No keys: it listens on the loopback only. */
public final class AdminHandler {
    private final ActiveFaults faults;
    private final DummyShards dummies;
    private final Fence fence;
    private final Storage storage;
    private final HttpFront front;

    /** @param front the data port, which a fault closes */
    public AdminHandler(ActiveFaults faults, Fence fence, Storage storage, HttpFront front) {
        this.faults = faults;
        this.dummies = new DummyShards(storage);
        this.fence = fence;
        this.storage = storage;
        this.front = front;
    }

    public List<Route> routes() {
        return List.of(
                Route.read("GET", "/faults", call -> listed()),
                Route.read("POST", "/faults", this::inject),
                Route.read("DELETE", "/faults", call -> removeAll()),
                Route.read("DELETE", "/faults/{kind}", call -> remove(kind(call.param("kind")))),
                Route.read("POST", "/tamper", this::tamper),
                Route.read("GET", "/fence", call -> new Answer.Bare(fence.json())),
                Route.read("POST", "/fence", this::raise),
                Route.read("POST", "/unfence", this::lift));
    }

    private Answer listed() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Fault fault : faults.list()) {
            ObjectNode node = list.addObject().put("kind", fault.kind().text());
            fault.collection().ifPresent(name -> node.put("collection", name));
            node.put("millis", fault.delay().toMillis()).put("rate", fault.rate());
        }
        return new Answer.Bare(list);
    }

    private Answer inject(Call call) throws IOException {
        JsonNode body = body(call);
        Fault simple = Fault.of(kind(body.path("kind").asText()));
        Fault fault = fault(simple, body);
        undo(fault.kind());
        faults.put(fault);
        switch (fault.kind()) {
            case REFUSE -> front.shut();
            case DUMMY_SHARD -> dummies.make(fault.collection());
            case BLACK_HOLE,
                    DELAY,
                    ERROR_ON_SEARCH,
                    WRONG_ANSWERS,
                    READ_ONLY,
                    GARBAGE_HTML,
                    HALF_JSON,
                    HUGE_BODY,
                    CUT_DOWNLOAD,
                    STALLED_DOWNLOAD,
                    SLOW_DOWNLOAD,
                    SNAPSHOT_DISK_FULL,
                    PAUSED_APPLYING -> {}
        }
        return listed();
    }

    private Fault fault(Fault simple, JsonNode body) {
        try {
            return new Fault(
                    simple.kind(),
                    Optional.of(body.path("collection"))
                            .filter(JsonNode::isTextual)
                            .map(name -> storage.resolve(name.asText())),
                    Duration.ofMillis(body.path("millis").asLong(simple.delay().toMillis())),
                    body.path("rate").asDouble(simple.rate()));
        } catch (IllegalArgumentException wrong) {
            throw QdrantError.bare(wrong.getMessage());
        }
    }

    private Answer removeAll() {
        faults.list().forEach(fault -> remove(fault.kind()));
        return listed();
    }

    private Answer remove(FaultKind kind) {
        undo(kind);
        faults.remove(kind);
        return listed();
    }

    private void undo(FaultKind kind) {
        switch (kind) {
            case REFUSE -> front.open();
            case DUMMY_SHARD -> dummies.undo();
            case BLACK_HOLE,
                    DELAY,
                    ERROR_ON_SEARCH,
                    WRONG_ANSWERS,
                    READ_ONLY,
                    GARBAGE_HTML,
                    HALF_JSON,
                    HUGE_BODY,
                    CUT_DOWNLOAD,
                    STALLED_DOWNLOAD,
                    SLOW_DOWNLOAD,
                    SNAPSHOT_DISK_FULL,
                    PAUSED_APPLYING -> {}
        }
    }

    private Answer tamper(Call call) throws IOException {
        JsonNode body = body(call);
        PointId id = PointId.of(body.path("id"));
        Function<Point, Optional<Point>> damage = damage(body.path("what").asText());
        boolean done = storage.get(body.path("collection").asText()).tamper(id, damage);
        if (!done) {
            throw QdrantError.notFound("Point with id " + id + " does not exists!");
        }
        return new Answer.Bare(JsonNodeFactory.instance.objectNode().put("tampered", true));
    }

    private static Function<Point, Optional<Point>> damage(String what) {
        return switch (what) {
            case "drop" -> point -> Optional.empty();
            case "payload" -> point -> Optional.of(Damage.payload(point));
            case "vector" -> point -> Optional.of(Damage.vector(point));
            default -> throw QdrantError.bare("what \"" + what + "\": expected drop, payload or vector");
        };
    }

    private Answer raise(Call call) throws IOException {
        fence.raise(token(call));
        return new Answer.Bare(fence.json());
    }

    private Answer lift(Call call) throws IOException {
        if (!fence.lift(token(call))) {
            throw QdrantError.conflict("another token holds the fence");
        }
        return new Answer.Bare(fence.json());
    }

    private static String token(Call call) throws IOException {
        String token = body(call).path("token").asText("");
        if (token.isBlank()) {
            throw QdrantError.bare("token: expected a text that is not blank");
        }
        return token;
    }

    private static FaultKind kind(String text) {
        return FaultKind.named(text)
                .orElseThrow(() -> QdrantError.bare("kind \"" + text + "\": expected one of "
                        + List.of(FaultKind.values()).stream()
                                .map(FaultKind::text)
                                .toList()));
    }

    private static JsonNode body(Call call) throws IOException {
        return JsonBody.parse(call.request().body().readNBytes(JsonBody.LIMIT));
    }
}
