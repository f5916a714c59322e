package io.lifeboat.lab.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP server on loopback that speaks JSON: one virtual thread a request, bodies and times bounded. Wrong input is told with
 * its field (400), an unknown path (404), a wrong method (405), too much body (413), a missing token (401) and a bug (500) with
 * a reason.
 */
public final class JsonServer implements AutoCloseable {

    /** Largest body taken, in bytes. */
    public static final int MAX_BODY = 1 << 20;

    /** The header that carries the token, where the server wants one. */
    public static final String TOKEN_HEADER = "X-Lifeboat-Token";

    private static final Logger LOG = System.getLogger(JsonServer.class.getName());

    static {
        // Read once by the JDK's server: without the first, answers on kept connections wait 40 ms for the client's
        // ACK;
        // the others end a request that is sent, or an answer that is taken, too slowly (seconds).
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxReqTime", "30");
        System.setProperty("sun.net.httpserver.maxRspTime", "60");
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final List<Route> routes;
    private final Optional<String> token;

    private JsonServer(HttpServer server, List<Route> routes, Optional<String> token) {
        this.server = server;
        this.routes = List.copyOf(routes);
        this.token = token;
        this.threads = Executors.newVirtualThreadPerTaskExecutor();
    }

    /** Starts a server for anyone on this machine; port 0 takes a free one. */
    public static JsonServer start(int port, List<Route> routes) throws IOException {
        return start(port, Optional.empty(), routes);
    }

    /** Starts a server for those who know the token. */
    public static JsonServer start(int port, Optional<String> token, List<Route> routes) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port);
        JsonServer started = new JsonServer(HttpServer.create(address, 0), routes, token);
        started.server.setExecutor(started.threads);
        started.server.createContext("/", started::serve);
        started.server.start();
        return started;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            byte[] body = Json.text(answer.body()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        try {
            return route(exchange);
        } catch (BadInput e) {
            return new Answer(400, Map.of("field", e.field(), "reason", e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.because(503, "ending");
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.ERROR, "request failed: " + exchange.getRequestMethod() + " " + exchange.getRequestURI(), e);
            return Answer.because(500, String.valueOf(e.getMessage()));
        }
    }

    private Answer route(HttpExchange exchange) throws IOException, InterruptedException {
        if (token.isPresent()
                && !token.get().equals(exchange.getRequestHeaders().getFirst(TOKEN_HEADER))) {
            return Answer.because(401, "expected the header " + TOKEN_HEADER);
        }
        String path = exchange.getRequestURI().getPath();
        boolean known = false;
        for (Route route : routes) {
            Optional<Map<String, String>> values = route.match(path);
            if (values.isPresent() && route.method().equals(exchange.getRequestMethod())) {
                return call(route, values.get(), exchange);
            }
            known |= values.isPresent();
        }
        return known ? Answer.because(405, "wrong method for " + path) : Answer.because(404, "no such path: " + path);
    }

    private static Answer call(Route route, Map<String, String> path, HttpExchange exchange)
            throws IOException, InterruptedException {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            return Answer.because(413, "body: expected at most " + MAX_BODY + " bytes");
        }
        Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        return route.handler().answer(new Call(path, query, body));
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> parameters = new HashMap<>();
        if (raw != null) {
            for (String pair : raw.split("&")) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                parameters.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decode(String raw) {
        try {
            return URLDecoder.decode(raw, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadInput("query", "expected URL encoding, was " + raw);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
