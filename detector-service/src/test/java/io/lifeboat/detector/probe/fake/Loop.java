package io.lifeboat.detector.probe.fake;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** One event loop for a test, and generous waiting. */
public final class Loop implements AutoCloseable {
    private static final long GENEROUS_SECONDS = 60;

    private final Vertx vertx = Vertx.vertx();
    private final Context context = vertx.getOrCreateContext();

    public Vertx vertx() {
        return vertx;
    }

    public void execute(Runnable task) {
        context.runOnContext(none -> task.run());
    }

    /** Runs on the loop and waits for what comes of it. */
    public <T> T get(Supplier<Future<T>> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        execute(() -> {
            try {
                task.get().onSuccess(result::complete).onFailure(result::completeExceptionally);
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
        return result.orTimeout(GENEROUS_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Waits until the condition, asked on the loop, holds. */
    public void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(GENEROUS_SECONDS);
        while (!get(() -> Future.succeededFuture(condition.getAsBoolean()))) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not happen: " + what);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
