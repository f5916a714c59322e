package io.lifeboat.lab.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lifeboat.lab.http.Json;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** As much of Qdrant's REST interface as the sample application uses, in memory. */
final class TinyQdrant implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Map<Long, JsonNode>> collections = new ConcurrentHashMap<>();
    private volatile int failure;
    private volatile boolean forgetful;

    private TinyQdrant(HttpServer server) {
        this.server = server;
    }

    static TinyQdrant start() throws IOException {
        TinyQdrant started = new TinyQdrant(HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0));
        started.server.setExecutor(started.threads);
        started.server.createContext("/", started::serve);
        started.server.start();
        return started;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From now on every answer has this status; 0 for the right ones. */
    void fail(int status) {
        failure = status;
    }

    /** From now on what is written is acknowledged and lost. */
    void forgetWrites() {
        forgetful = true;
    }

    Map<Long, JsonNode> points(String collection) {
        return collections.get(collection);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode body = Json.MAPPER.readTree(exchange.getRequestBody().readAllBytes());
            String[] path = exchange.getRequestURI().getPath().split("/");
            Object result = failure == 0 ? answer(exchange.getRequestMethod(), path, body) : null;
            int status = failure != 0 ? failure : result == null ? 404 : 200;
            byte[] text =
                    (result == null ? "{}" : Json.text(Map.of("result", result))).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, text.length);
            exchange.getResponseBody().write(text);
        }
    }

    private Object answer(String method, String[] path, JsonNode body) {
        String collection = path[2];
        if (path.length == 3) {
            if (method.equals("PUT")) {
                collections.put(collection, new ConcurrentSkipListMap<>());
            }
            return collections.containsKey(collection) ? true : null;
        }
        Map<Long, JsonNode> points = collections.get(collection);
        String call = method + " " + String.join("/", List.of(path).subList(3, path.length));
        return switch (call) {
            case "PUT index" -> true;
            case "PUT points" -> upsert(points, body.path("points"));
            case "POST points/count" -> Map.of("count", points.size());
            case "POST points/query" ->
                Map.of(
                        "points",
                        points.values().stream()
                                .limit(body.path("limit").asInt())
                                .toList());
            case "POST points" -> retrieve(points, body.path("ids"));
            default -> throw new IllegalArgumentException(call);
        };
    }

    private Object upsert(Map<Long, JsonNode> points, JsonNode sent) {
        if (!forgetful) {
            sent.forEach(point -> points.put(point.path("id").asLong(), point));
        }
        return Map.of("status", "completed");
    }

    private static Object retrieve(Map<Long, JsonNode> points, JsonNode ids) {
        List<JsonNode> found = new ArrayList<>();
        ids.forEach(id -> {
            if (points.containsKey(id.asLong())) {
                found.add(points.get(id.asLong()));
            }
        });
        return found;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
