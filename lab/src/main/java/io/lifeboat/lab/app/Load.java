package io.lifeboat.lab.app;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Keeps the users busy: reads at a fixed rate, whether answered or not, and writes one after the other. */
final class Load implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Load.class.getName());
    private static final int MOST_READS_AT_ONCE = 256;

    private interface Deed {
        void run() throws InterruptedException;
    }

    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore places = new Semaphore(MOST_READS_AT_ONCE);

    static Load start(Users users, AppConfig config) {
        Load load = new Load();
        long readNanos = nanosBetween(config.readsPerSecond());
        long writeNanos = nanosBetween(config.writesPerSecond());
        Future<?> unusedReads =
                load.clock.scheduleAtFixedRate(() -> load.readOnTheSide(users), 0, readNanos, TimeUnit.NANOSECONDS);
        Future<?> unusedWrites =
                load.clock.scheduleWithFixedDelay(() -> guarded(users::write), 0, writeNanos, TimeUnit.NANOSECONDS);
        return load;
    }

    private void readOnTheSide(Users users) {
        if (!places.tryAcquire()) {
            users.reads().failed("too-many-waiting");
            return;
        }
        readers.execute(() -> {
            try {
                guarded(users::read);
            } finally {
                places.release();
            }
        });
    }

    /** A scheduled task that throws is never run again: a bug here must not look like an outage. */
    private static void guarded(Deed deed) {
        try {
            deed.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a user's request failed in the application itself", e);
        }
    }

    private static long nanosBetween(double perSecond) {
        return (long) (TimeUnit.SECONDS.toNanos(1) / perSecond);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        readers.shutdownNow();
    }
}
