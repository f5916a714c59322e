package io.lifeboat.saga.kafka;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Where a participant lives: its tasks run one at a time, in the order in which they came, each seeing what those before it
 * did. An idle loop runs a task on the thread that {@linkplain #run brings} it, since waking another one takes as long as a
 * small append; the rest runs on a thread of its own. What throws there is a bug: it is told to {@code onBug}, and the loop
 * goes on. Thread-safe.
 */
final class Loop implements AutoCloseable {
    private final ScheduledThreadPoolExecutor executor;
    private final Consumer<Throwable> onBug;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    /** Tasks that have not ended: who raises it from zero sees to it that they run. */
    private final AtomicInteger open = new AtomicInteger();

    Loop(String name, Consumer<Throwable> onBug) {
        this.onBug = onBug;
        this.executor = new ScheduledThreadPoolExecutor(
                1, task -> Thread.ofPlatform().name(name).daemon(true).unstarted(task));
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Runs a task on the loop's own thread; never on the caller's, which may belong to a client. */
    void execute(Runnable task) {
        tasks.add(task);
        if (open.getAndIncrement() == 0) {
            handOver();
        }
    }

    /**
     * Runs a task at once on the caller's thread if the loop is idle; else when its turn comes, on the loop's own. Never runs
     * what others bring.
     */
    void run(Runnable task) {
        if (!open.compareAndSet(0, 1)) {
            execute(task);
            return;
        }
        guarded(task);
        if (open.decrementAndGet() > 0) {
            handOver();
        }
    }

    private void handOver() {
        try {
            executor.execute(this::drain);
        } catch (RejectedExecutionException e) {
            rethrowUnlessClosed(e);
        }
    }

    private void drain() {
        do {
            guarded(tasks.remove());
        } while (open.decrementAndGet() > 0);
    }

    void after(Duration delay, Runnable task) {
        try {
            Future<?> unused = executor.schedule(() -> due(task), delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            rethrowUnlessClosed(e);
        }
    }

    private void due(Runnable task) {
        tasks.add(task);
        if (open.getAndIncrement() == 0) {
            drain();
        }
    }

    private void rethrowUnlessClosed(RejectedExecutionException e) {
        if (!executor.isShutdown()) {
            throw e;
        }
    }

    private void guarded(Runnable task) {
        if (executor.isShutdown()) {
            return;
        }
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            onBug.accept(e);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
        try {
            executor.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
