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

    /** Bytes came, or what was done with them took its time. */
    void progressed() {
        last = System.nanoTime();
    }

    boolean hasStalled() {
        return stalled;
    }

    private void watch() {
        try {
            for (long left = most; left > 0; left = most - (System.nanoTime() - last)) {
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
