package io.lifeboat.lab.qdrant.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Listens on one port and hands requests, each on a virtual thread, to a service. It can stop listening and start again
 * on the same port, which is how refused connections are made. Thread-safe.
 */
public final class HttpFront implements AutoCloseable {
    static {
        // Without it each small answer waits for the client's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final int BACKLOG = 256;
    private static final int CHUNK = 64 * 1024;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Function<Request, Reply> service;
    private final InetSocketAddress address;
    private Optional<HttpServer> server = Optional.empty();

    /** @param port 0 for any free one */
    public HttpFront(String host, int port, Function<Request, Reply> service) {
        this.service = service;
        HttpServer first = listen(new InetSocketAddress(host, port));
        this.address = first.getAddress();
        this.server = Optional.of(first);
    }

    public int port() {
        return address.getPort();
    }

    /** Listens again on the same port; nothing if it does already. */
    public synchronized void open() {
        if (server.isEmpty() && !threads.isShutdown()) {
            server = Optional.of(listen(address));
        }
    }

    /** Closes the listening socket and every connection. */
    public synchronized void shut() {
        server.ifPresent(running -> running.stop(0));
        server = Optional.empty();
    }

    @Override
    public void close() {
        shut();
        threads.shutdownNow();
    }

    private HttpServer listen(InetSocketAddress on) {
        try {
            HttpServer fresh = HttpServer.create(on, BACKLOG);
            fresh.setExecutor(threads);
            fresh.createContext("/", this::serve);
            fresh.start();
            return fresh;
        } catch (IOException taken) {
            throw new UncheckedIOException("cannot listen on " + on, taken);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = Request.of(
                    exchange.getRequestMethod(),
                    path(exchange.getRequestURI()),
                    exchange.getRequestURI().getRawQuery(),
                    name -> Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)),
                    exchange.getRequestBody());
            Reply reply = service.apply(request);
            if (reply.body() instanceof Reply.Nothing) {
                return;
            }
            // A client that is still sending would not see an answer before all it has to say was taken.
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            send(exchange, reply);
        }
    }

    /** A path that starts with two slashes, as Qdrant's own requests may, is read as one that names a host. */
    private static String path(URI target) {
        boolean hostless = target.getScheme() == null && target.getRawAuthority() != null;
        return hostless ? "/" + target.getRawAuthority() + target.getRawPath() : target.getRawPath();
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        reply.contentType().ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        if (reply.body() instanceof Reply.Slice slice && slice.temporary()) {
            stream(exchange, reply.status(), slice);
            return;
        }
        long length = length(reply.body());
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Long.toString(length));
        }
        exchange.sendResponseHeaders(reply.status(), length == 0 ? -1 : length);
        if (length > 0) {
            write(reply.body(), exchange.getResponseBody());
        }
    }

    private static long length(Reply.Body body) {
        return switch (body) {
            case Reply.Bytes whole -> whole.bytes().length;
            case Reply.Slice slice -> slice.length();
            case Reply.Filler filler -> filler.length();
            case Reply.Nothing nothing -> 0;
        };
    }

    private static void write(Reply.Body body, OutputStream out) throws IOException {
        switch (body) {
            case Reply.Bytes whole -> out.write(whole.bytes());
            case Reply.Slice slice -> copy(slice, out);
            case Reply.Filler filler -> fill(filler, out);
            case Reply.Nothing nothing -> out.flush();
        }
    }

    /** Without a length. What is cut is left without an end, which a fixed length makes sure of. */
    private static void stream(HttpExchange exchange, int status, Reply.Slice slice) throws IOException {
        try {
            long size = Files.size(slice.file());
            boolean free = slice.pace().equals(Reply.Pace.FREE);
            exchange.sendResponseHeaders(status, free ? 0 : size);
            copy(new Reply.Slice(slice.file(), 0, size, true, slice.pace()), exchange.getResponseBody());
        } finally {
            Files.deleteIfExists(slice.file());
        }
    }

    private static void copy(Reply.Slice slice, OutputStream out) throws IOException {
        try (FileChannel file = FileChannel.open(slice.file(), StandardOpenOption.READ)) {
            long sent = 0;
            while (sent < slice.length() && slice.pace().goesOn(sent)) {
                long part = Math.min(CHUNK, slice.length() - sent);
                sent += file.transferTo(slice.from() + sent, part, Channels.newChannel(out));
                out.flush();
            }
        }
    }

    private static void fill(Reply.Filler filler, OutputStream out) throws IOException {
        out.write(filler.prefix());
        byte[] chunk = new byte[64 * 1024];
        java.util.Arrays.fill(chunk, (byte) 'x');
        long left = filler.length() - filler.prefix().length;
        while (left > 0) {
            int part = (int) Math.min(left, chunk.length);
            out.write(chunk, 0, part);
            left -= part;
        }
    }
}
