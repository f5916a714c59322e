package io.lifeboat.cli.lab;

import io.lifeboat.cli.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A block of free ports on loopback. Parts of a lab must know each other's ports before they start, so none can choose its own.
 * The block lies below the range from which systems take ports for outgoing connections, and a file lock keeps other labs off
 * it until it is closed; by then the ports are taken by those that they are for.
 */
final class PortBlock implements AutoCloseable {
    static final int SIZE = 16;

    private static final int FIRST = 20_000;
    private static final int BLOCKS = 768;
    private static final int TRIES = 200;

    private final int base;
    private final FileChannel lock;

    private PortBlock(int base, FileChannel lock) {
        this.base = base;
        this.lock = lock;
    }

    /** Any free block. */
    static PortBlock reserve() throws IOException {
        for (int i = 0; i < TRIES; i++) {
            Optional<PortBlock> block =
                    tryReserve(FIRST + SIZE * ThreadLocalRandom.current().nextInt(BLOCKS));
            if (block.isPresent()) {
                return block.get();
            }
        }
        throw Failure.failed("no %d free ports in a row were found from %d on".formatted(SIZE, FIRST));
    }

    /** The block that begins with this port, if all of it is free. */
    static Optional<PortBlock> tryReserve(int base) throws IOException {
        Optional<FileChannel> lock = lock(base);
        if (lock.isEmpty()) {
            return Optional.empty();
        }
        for (int port = base; port < base + SIZE; port++) {
            if (!isFree(port)) {
                lock.get().close();
                return Optional.empty();
            }
        }
        return Optional.of(new PortBlock(base, lock.get()));
    }

    private static Optional<FileChannel> lock(int base) throws IOException {
        Path folder =
                Path.of(System.getProperty("java.io.tmpdir"), "lifeboat-ports-" + System.getProperty("user.name"));
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve(base + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock held = channel.tryLock();
            if (held != null) {
                return Optional.of(channel);
            }
        } catch (OverlappingFileLockException heldByThisJvm) {
            // as good as held by another one
        }
        channel.close();
        return Optional.empty();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    int base() {
        return base;
    }

    /** Lets go of the lock; the ports themselves were never held. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
