package io.lifeboat.qdrant.transport;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Closes a stream that brings nothing for too long, on a virtual thread of its own. Thread-safe. */
final class StallWatch implements AutoCloseable {
    private final InputStream stream;
    private final long most;
    private final Thread watcher;
    private volatile long last = System.nanoTime();
    private volatile boolean busy;
    private volatile boolean stalled;

    private StallWatch(InputStream stream, Duration most) {
        this.stream = stream;
        this.most = most.toNanos();
        this.watcher = Thread.ofVirtual().name("stall-watch").unstarted(this::watch);
    }

    static StallWatch over(InputStream stream, Duration most) {
        StallWatch watch = new StallWatch(stream, most);
        watch.watcher.start();
        return watch;
    }

    /** Bytes came: whoever takes them may take his time, as that is no fault of the other side. */
    void came() {
        busy = true;
    }

    /** The next bytes are waited for. */
    void waits() {
        last = System.nanoTime();
        busy = false;
    }

    boolean hasStalled() {
        return stalled;
    }

    private void watch() {
        try {
            for (long left = most; left > 0; left = busy ? most : most - (System.nanoTime() - last)) {
                Thread.sleep(Duration.ofNanos(left));
            }
            stalled = true;
            stream.close();
        } catch (InterruptedException | IOException e) {
            return; // the download has ended, or its stream has broken by itself
        }
    }

    @Override
    public void close() {
        watcher.interrupt();
    }
}
