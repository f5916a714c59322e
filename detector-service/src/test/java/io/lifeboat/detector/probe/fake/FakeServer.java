package io.lifeboat.detector.probe.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on loopback that behaves as told, on real sockets. One virtual thread a connection. */
public final class FakeServer implements AutoCloseable {
    private final int port;
    private final AtomicInteger connections = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Behaviour behaviour;
    private volatile ServerSocket listening;

    /** What is done with one connection. */
    @FunctionalInterface
    public interface Behaviour {
        void serve(Socket socket) throws IOException;
    }

    public FakeServer(Behaviour behaviour) {
        this.behaviour = behaviour;
        this.listening = listen(0);
        this.port = listening.getLocalPort();
    }

    /** An address where nobody listens. */
    public static URI nobody() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public URI tcpAddress() {
        return URI.create("tcp://127.0.0.1:" + port);
    }

    public int connections() {
        return connections.get();
    }

    public void behave(Behaviour other) {
        behaviour = other;
    }

    /** As SIGKILL has it: the port and all connections are closed. */
    public void kill() {
        close(listening);
        open.forEach(FakeServer::close);
    }

    /** Closes the connections, and goes on listening. */
    public void dropConnections() {
        open.forEach(FakeServer::close);
    }

    public void restart() {
        listening = listen(port);
    }

    @Override
    public void close() {
        kill();
    }

    private ServerSocket listen(int wanted) {
        try {
            ServerSocket socket = new ServerSocket(wanted, 50, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(() -> accept(socket));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.incrementAndGet();
                open.add(connection);
                if (socket.isClosed()) { // killed between accepting and noting it
                    connection.close();
                }
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException e) {
                return; // closed: that is how it ends
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            behaviour.serve(connection);
        } catch (IOException e) {
            // the other side went away: nothing more to serve
        } finally {
            open.remove(connection);
        }
    }

    private static void close(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
