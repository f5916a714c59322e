package io.lifeboat.verifier.node;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs something for a bounded time, on a virtual thread of its own that is interrupted when the time is over. */
public final class Within {
    private Within() {}

    /**
     * @throws TimeoutException if it took longer
     * @throws ExecutionException with what it threw
     */
    public static <T> T time(Duration most, String name, Callable<T> task)
            throws InterruptedException, TimeoutException, ExecutionException {
        FutureTask<T> running = new FutureTask<>(task);
        Thread.ofVirtual().name(name).start(running);
        try {
            return running.get(most.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            running.cancel(true);
        }
    }
}
