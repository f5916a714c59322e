package io.lifeboat.lab.fault;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The port clients connect to, with the fault of the moment. Thread-safe. */
final class FaultyPort implements AutoCloseable {

    private static final Logger LOG = System.getLogger(FaultyPort.class.getName());
    private static final int BACKLOG = 256;

    private final InetSocketAddress target;
    private final int port;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private volatile Fault fault = new Fault.None();
    private ServerSocket listener;

    FaultyPort(int port, InetSocketAddress target) throws IOException {
        this.target = target;
        this.listener = listen(port);
        this.port = listener.getLocalPort();
    }

    int port() {
        return port;
    }

    Fault fault() {
        return fault;
    }

    /** Takes effect at once. To be refused is to lose the connections that stand, too; leaving a black hole also ends those in it. */
    synchronized void set(Fault wanted) throws IOException {
        Fault before = fault;
        fault = wanted;
        if (wanted instanceof Fault.Refuse) {
            listener.close();
            cut();
        } else if (listener.isClosed()) {
            listener = listen(port);
        }
        if (before instanceof Fault.BlackHole && !(wanted instanceof Fault.BlackHole)) {
            cut();
        }
    }

    /** Closes all connections; new ones are taken as before. Returns how many there were. */
    int cut() {
        List<Link> standing = List.copyOf(links);
        standing.forEach(FaultyPort::close);
        return standing.size();
    }

    private ServerSocket listen(int wanted) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), wanted), BACKLOG);
        Thread.ofVirtual().name("accept-" + socket.getLocalPort()).start(() -> accept(socket));
        return socket;
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Link link = new Link(client, this::fault);
                links.add(link);
                Thread.ofVirtual().start(() -> carry(link));
            } catch (IOException e) {
                LOG.log(socket.isClosed() ? Level.DEBUG : Level.WARNING, "not accepted", e);
            }
        }
    }

    private void carry(Link link) {
        try {
            link.carry(target);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            links.remove(link);
        }
    }

    private static void close(Link link) {
        try {
            link.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "link not closed", e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            listener.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "port not closed", e);
        }
        cut();
    }
}
