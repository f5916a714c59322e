package io.lifeboat.lab.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** One client's connection and the one to the server behind it; each direction has a virtual thread. */
final class Link implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Link.class.getName());
    private static final int CONNECT_MILLIS = 2_000;
    private static final int DRAIN_MILLIS = 1_000;
    private static final int BUFFER = 16 << 10;

    private final Socket client;
    private final Socket server = new Socket();
    private final Supplier<Fault> fault;
    private final CountDownLatch closed = new CountDownLatch(1);

    Link(Socket client, Supplier<Fault> fault) {
        this.client = client;
        this.fault = fault;
    }

    /** Returns when both directions have ended. */
    void carry(InetSocketAddress target) throws InterruptedException {
        try (this) {
            if (fault.get() instanceof Fault.BlackHole) {
                closed.await();
            }
            server.connect(target, CONNECT_MILLIS);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            Thread back = Thread.ofVirtual().start(this::answers);
            requests();
            back.join();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "link ended", e);
        }
    }

    private void requests() throws IOException, InterruptedException {
        byte[] buffer = new byte[BUFFER];
        OutputStream to = server.getOutputStream();
        for (int read = client.getInputStream().read(buffer);
                read >= 0;
                read = client.getInputStream().read(buffer)) {
            if (fault.get() instanceof Fault.SearchError(int status) && SearchRequest.beginsIn(buffer, read)) {
                refuse(status);
                return;
            }
            pass(buffer, read, to);
        }
        server.shutdownOutput();
    }

    private void refuse(int status) throws IOException {
        server.close();
        client.getOutputStream().write(SearchRequest.refusal(status));
        client.shutdownOutput();
        // To close with bytes unread would reset the connection, and the answer could be lost with it.
        client.setSoTimeout(DRAIN_MILLIS);
        client.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    private void answers() {
        try {
            byte[] buffer = new byte[BUFFER];
            InputStream from = server.getInputStream();
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                pass(buffer, read, client.getOutputStream());
            }
            client.shutdownOutput();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "answers ended", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes what was read, as late as the fault of this moment wants: in a black hole only the end of the link ends the wait. */
    private void pass(byte[] buffer, int length, OutputStream to) throws IOException, InterruptedException {
        switch (fault.get()) {
            case Fault.None none -> to.write(buffer, 0, length);
            case Fault.Refuse refuse -> to.write(buffer, 0, length);
            case Fault.SearchError searches -> to.write(buffer, 0, length);
            case Fault.BlackHole hole -> closed.await();
            case Fault.Delay delay -> {
                Thread.sleep(delay.by());
                to.write(buffer, 0, length);
            }
        }
        to.flush();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        client.close();
        server.close();
    }
}
