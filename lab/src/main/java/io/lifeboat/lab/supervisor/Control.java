package io.lifeboat.lab.supervisor;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The one thread on which all state of the watched processes changes. It also starts them: the kernel's "kill the child when its
 * parent dies" goes by the thread that forked, so that must be one that lives as long as the supervisor.
 */
final class Control implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Control.class.getName());
    private static final long LIMIT_SECONDS = 10;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("control").factory());

    /** Has the work done soon. After {@link #close} it is dropped: nothing is left to change then. */
    void run(Runnable work) {
        after(Duration.ZERO, work);
    }

    void after(Duration delay, Runnable work) {
        try {
            Future<?> unused = thread.schedule(() -> guarded(work), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "ending: work dropped", e);
        }
    }

    /** Has the work done and returns what it returned, or throws what it threw if that is unchecked. */
    <T> T call(Callable<T> work) throws IOException, InterruptedException {
        try {
            return thread.submit(work).get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new IOException(e.getCause().getMessage(), e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("the control thread did not answer within 10 s", e);
        }
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "control failed", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
