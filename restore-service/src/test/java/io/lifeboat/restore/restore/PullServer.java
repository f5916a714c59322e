package io.lifeboat.restore.restore;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Executors;

/** Serves pulls as the service does, without one. */
public final class PullServer implements AutoCloseable {
    private final HttpServer server;

    private PullServer(HttpServer server) {
        this.server = server;
    }

    public static PullServer start(Pulls pulls) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/pull/", exchange -> {
            Optional<Pull> pull = pulls.take(exchange.getRequestURI().getPath().split("/")[2]);
            if (pull.isEmpty()) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            exchange.sendResponseHeaders(200, pull.get().content().bytes());
            try (OutputStream out = exchange.getResponseBody()) {
                pull.get().sendTo(out);
            }
        });
        server.start();
        return new PullServer(server);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
