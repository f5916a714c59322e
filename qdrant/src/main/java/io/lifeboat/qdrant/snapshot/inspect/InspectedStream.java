package io.lifeboat.qdrant.snapshot.inspect;

import io.lifeboat.qdrant.transport.ByteReceiver;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Inspects bytes that go by to somebody else, on a thread of its own: what a server pulls is inspected as it pulls it. One writer. It
 * holds back the writer while it is behind, so its memory is bounded.
 */
public final class InspectedStream implements ByteReceiver, AutoCloseable {
    private static final int CAPACITY = 1 << 20;
    /** An inspection that broke signals nothing. */
    private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(100);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final byte[] ring = new byte[CAPACITY];
    private long written;
    private long read;
    private boolean ended;
    private boolean abandoned;
    private final FutureTask<Inspection> inspection;

    /** @param name for the report */
    public InspectedStream(String name, Expected expected) {
        this.inspection = new FutureTask<>(() -> SnapshotInspector.inspect(name, new Reader(), expected));
        Thread.ofPlatform().daemon().name("inspect").start(inspection);
    }

    @Override
    public void receive(byte[] buffer, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            int part = put(buffer, from, left);
            from += part;
            left -= part;
        }
    }

    private int put(byte[] buffer, int offset, int length) throws IOException {
        lock.lock();
        try {
            while (written - read == CAPACITY && !abandoned && !inspection.isDone()) {
                changed.awaitNanos(LOOK_AGAIN);
            }
            if (abandoned || inspection.isDone()) {
                return length; // nobody looks any more; the end tells why
            }
            int at = (int) (written % CAPACITY);
            int part = (int) Math.min(Math.min(length, CAPACITY - at), CAPACITY - (written - read));
            System.arraycopy(buffer, offset, ring, at, part);
            written += part;
            changed.signalAll();
            return part;
        } catch (InterruptedException e) {
            throw interrupted(e);
        } finally {
            lock.unlock();
        }
    }

    /** All bytes have gone by: what they were. */
    public Inspection end() throws InterruptedException {
        endWith(false);
        try {
            return inspection.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("an inspection broke", e.getCause());
        }
    }

    /** Gives up if it has not ended. */
    @Override
    public void close() {
        endWith(true);
        inspection.cancel(true);
    }

    private void endWith(boolean abandon) {
        lock.lock();
        try {
            abandoned |= abandon;
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static IOException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IOException("interrupted", e);
    }

    private final class Reader extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            lock.lock();
            try {
                while (read == written && !ended) {
                    changed.await();
                }
                if (read == written) {
                    return -1;
                }
                int at = (int) (read % CAPACITY);
                int part = (int) Math.min(Math.min(length, CAPACITY - at), written - read);
                System.arraycopy(ring, at, buffer, offset, part);
                read += part;
                changed.signalAll();
                return part;
            } catch (InterruptedException e) {
                throw interrupted(e);
            } finally {
                lock.unlock();
            }
        }
    }
}
