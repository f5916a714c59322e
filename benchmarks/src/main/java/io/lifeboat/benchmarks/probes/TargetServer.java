package io.lifeboat.benchmarks.probes;

import io.lifeboat.lab.process.Part;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine;

/**
 * Healthy targets, each on a port of its own: applications, and Qdrants with one collection, in the words of a real 1.18.3. A
 * process of its own, so that its work is not measured. {@code GET /count} tells how many requests were answered.
 */
public final class TargetServer implements Part {
    private static final long LIMIT_SECONDS = 60;
    private static final String TELEMETRY = """
            {"result":{"id":"x","app":{"name":"qdrant","version":"1.18.3"},"collections":{"number_of_collections":1,\
            "collections":[{"id":"docs","config":{},"shards":[{"id":0,"key":null,"local":{"variant_name":"local shard",\
            "status":"green","num_points":2},"remote":[],"replicate_states":{"42":"Active"}}]}]}},"status":"ok","time":0.001}""";
    private static final String SCROLL = """
            {"result":{"points":[{"id":1,"vector":[0.1,0.2]},{"id":2,"vector":[0.3,0.4]}],"next_page_offset":null},\
            "status":"ok","time":0.001}""";
    private static final String QUERY =
            "{\"result\":{\"points\":[{\"id\":1,\"version\":0,\"score\":1.0}]},\"status\":\"ok\",\"time\":0.001}";
    private static final String POINTS = "{\"result\":[{\"id\":1},{\"id\":2}],\"status\":\"ok\",\"time\":0.001}";

    private final Vertx vertx;
    private final AtomicLong answered = new AtomicLong();
    private final List<Integer> ports = new ArrayList<>();

    private TargetServer(Vertx vertx) {
        this.vertx = vertx;
    }

    static TargetServer start(int targets) throws Exception {
        TargetServer server = new TargetServer(Vertx.vertx());
        for (int i = 0; i < targets; i++) {
            HttpServer listening = server.vertx
                    .createHttpServer()
                    .requestHandler(server::answer)
                    .listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(LIMIT_SECONDS, TimeUnit.SECONDS);
            server.ports.add(listening.actualPort());
        }
        return server;
    }

    private void answer(HttpServerRequest request) {
        String path = request.path();
        if (path.equals("/count")) {
            request.response().end(Long.toString(answered.get()));
            return;
        }
        answered.incrementAndGet();
        request.response().putHeader("content-type", "application/json").end(body(path));
    }

    private static String body(String path) {
        if (path.equals("/telemetry")) {
            return TELEMETRY;
        }
        if (path.endsWith("/points/scroll")) {
            return SCROLL;
        }
        if (path.endsWith("/points/query")) {
            return QUERY;
        }
        return path.endsWith("/points") ? POINTS : "{\"status\":\"ok\"}";
    }

    @Override
    public String name() {
        return "targets";
    }

    @Override
    public Map<String, Object> ready() {
        return Map.of("ports", ports);
    }

    @Override
    public void close() {
        vertx.close();
    }

    public static void main(String[] args) {
        System.exit(new CommandLine(new CountedPart(TargetServer::start)).execute(args));
    }
}
