package io.lifeboat.saga.kafka;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads for what blocks: as many as there is work at a time, kept for a while. Work that one of them asks for while it ends
 * its own is done by itself, since waking another one takes as long as a small append. Not virtual: a worker may be inside the
 * loop, which must not wait for a carrier. Thread-safe.
 */
final class Workers implements AutoCloseable {
    private static final Duration KEPT = Duration.ofSeconds(30);

    /** What a worker does next; null: nothing yet. */
    private static final class Next {
        private final Workers owner;
        private Runnable work;

        Next(Workers owner) {
            this.owner = owner;
        }
    }

    private static final ThreadLocal<Next> NEXT = new ThreadLocal<>(); // set on workers alone

    private final ThreadPoolExecutor pool;

    Workers(String name) {
        AtomicInteger number = new AtomicInteger();
        pool = new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                KEPT.toMillis(),
                TimeUnit.MILLISECONDS,
                new SynchronousQueue<>(),
                task -> Thread.ofPlatform()
                        .name(name + "-" + number.incrementAndGet())
                        .daemon(true)
                        .unstarted(task));
    }

    /**
     * Starts work on a thread of its own. On a worker: on that worker, as soon as its present work has returned; so ask for it
     * last.
     *
     * @return whether it will be done; not if this is closed
     */
    boolean execute(Runnable work) {
        Next mine = NEXT.get();
        if (mine != null && mine.owner == this && mine.work == null) {
            mine.work = work;
            return true;
        }
        try {
            pool.execute(() -> workOff(work));
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    private void workOff(Runnable first) {
        Next mine = new Next(this);
        NEXT.set(mine);
        try {
            Runnable work = first;
            while (work != null) {
                work.run();
                work = mine.work;
                mine.work = null;
            }
        } finally {
            NEXT.remove();
        }
    }

    @Override
    public void close() {
        pool.shutdown();
    }
}
