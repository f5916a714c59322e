package io.lifeboat.lab;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lifeboat.lab.edge.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server that keeps what it was asked and answers as told; by default 200 with its own name and the body it got. */
public final class FakeSite implements AutoCloseable {

    public record Received(String method, String uri, String body) {}

    private final HttpServer server;
    private final String name;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    private FakeSite(String name, HttpServer server) {
        this.name = name;
        this.server = server;
    }

    public static FakeSite start(String name) throws IOException {
        return start(name, 0);
    }

    public static FakeSite start(String name, int port) throws IOException {
        FakeSite site = new FakeSite(name, HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0));
        site.server.setExecutor(site.threads);
        site.server.createContext("/", site::serve);
        site.server.start();
        return site;
    }

    public Target target() {
        return new Target("127.0.0.1", server.getAddress().getPort());
    }

    public List<Received> received() {
        return received;
    }

    public List<String> bodies() {
        return received.stream().map(Received::body).toList();
    }

    public void answer(int newStatus) {
        status = newStatus;
    }

    /** Takes requests but does not answer until {@link #answerHeld}. */
    public void holdAnswers() {
        gate = new CountDownLatch(1);
    }

    public void answerHeld() {
        gate.countDown();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            CountDownLatch held = gate;
            received.add(new Received(
                    exchange.getRequestMethod(), exchange.getRequestURI().toString(), body));
            held.await();
            byte[] answer = (name + ":" + body).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("X-Site", name);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("ending", e));
        }
    }

    @Override
    public void close() {
        answerHeld();
        server.stop(0);
        threads.shutdownNow();
    }
}
