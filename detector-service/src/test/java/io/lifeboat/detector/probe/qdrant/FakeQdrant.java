package io.lifeboat.detector.probe.qdrant;

import io.lifeboat.detector.probe.fake.Behaviours;
import io.lifeboat.detector.probe.fake.Behaviours.Reply;
import io.lifeboat.detector.probe.fake.Behaviours.Request;
import io.lifeboat.detector.probe.fake.FakeServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A Qdrant with the collections {@code docs} and {@code pics}, in the words that a real 1.18.3 was recorded with. */
final class FakeQdrant implements AutoCloseable {
    static final String INTERNAL = "{\"status\":{\"error\":\"Service internal error: no\"},\"time\":0.0}";

    /** No answer at all. */
    static final Reply SILENCE = new Reply(0, "", "");

    final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Reply> overrides = new ConcurrentHashMap<>();
    private final FakeServer server = new FakeServer(Behaviours.answering(this::answer));

    FakeServer server() {
        return server;
    }

    /** Answers so from now on, at that method and path (without query). */
    FakeQdrant with(String question, Reply reply) {
        overrides.put(question, reply);
        return this;
    }

    FakeQdrant withShard(String collection, String shard) {
        return with(
                "GET /telemetry",
                telemetry(
                        collection("docs", collection.equals("docs") ? shard : soundShard()),
                        collection("pics", collection.equals("pics") ? shard : soundShard())));
    }

    void heal(String question) {
        overrides.remove(question);
    }

    @Override
    public void close() {
        server.close();
    }

    private Reply answer(Request request) {
        String question = request.method() + " " + request.path().replaceAll("\\?.*", "");
        asked.add(question);
        Reply override = overrides.get(question);
        return override != null ? override : sound(question);
    }

    private static Reply sound(String question) {
        if (question.endsWith("/points/scroll")) {
            return result(
                    "{\"points\":[{\"id\":1,\"vector\":[0.1,0.2]},{\"id\":2,\"vector\":[0.3,0.4]}],\"next_page_offset\":null}");
        }
        if (question.endsWith("/points/query")) {
            return result("{\"points\":[{\"id\":1,\"version\":0,\"score\":1.0}]}");
        }
        if (question.endsWith("/points/delete")) {
            return result("{\"operation_id\":7,\"status\":\"completed\"}");
        }
        if (question.endsWith("/points")) {
            return result("[{\"id\":1},{\"id\":2}]");
        }
        return service(question);
    }

    private static Reply service(String question) {
        return switch (question) {
            case "GET /" -> Reply.json("{\"title\":\"qdrant - vector search engine\",\"version\":\"1.18.3\"}");
            case "GET /readyz" -> Reply.text(200, "all shards are ready");
            case "GET /telemetry" -> telemetry(collection("docs", soundShard()), collection("pics", soundShard()));
            case String other -> Reply.text(404, "no such call: " + other);
        };
    }

    static Reply result(String json) {
        return Reply.json("{\"result\":%s,\"status\":\"ok\",\"time\":0.001}".formatted(json));
    }

    static Reply failure() {
        return new Reply(500, "application/json", INTERNAL);
    }

    static Reply telemetry(String... collections) {
        return result("{\"id\":\"x\",\"app\":{\"name\":\"qdrant\",\"version\":\"1.18.3\"},\"collections\":"
                + "{\"number_of_collections\":%d,\"collections\":[%s]}}"
                        .formatted(collections.length, String.join(",", collections)));
    }

    static String collection(String name, String shard) {
        return "{\"id\":\"%s\",\"config\":{},\"shards\":[%s]}".formatted(name, shard);
    }

    static String soundShard() {
        return shard("local shard", "green", 2, "Active");
    }

    static String shard(String variant, String status, int points, String replica) {
        return ("{\"id\":0,\"key\":null,\"local\":{\"variant_name\":\"%s\",\"status\":\"%s\",\"num_points\":%d},"
                        + "\"remote\":[],\"replicate_states\":{\"42\":\"%s\"}}")
                .formatted(variant, status, points, replica);
    }
}
