package io.lifeboat.lab.edge;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** The one event loop of an edge, and how other threads have something done on it. */
final class EdgeLoop {

    private static final long LIMIT_SECONDS = 5;

    private final Vertx vertx;
    private final Context context;

    EdgeLoop() {
        this.vertx = Vertx.vertx(
                new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1).setInternalBlockingPoolSize(2));
        this.context = vertx.getOrCreateContext();
    }

    Vertx vertx() {
        return vertx;
    }

    /**
     * Runs the work on the loop and waits for the future it returns.
     *
     * @throws TimeoutException if it is not done within 5 s
     * @throws IllegalStateException if it failed
     */
    <T> T call(Supplier<Future<T>> work) throws InterruptedException, TimeoutException {
        Promise<T> done = Promise.promise();
        context.runOnContext(now -> {
            try {
                work.get().onComplete(done);
            } catch (RuntimeException e) {
                done.fail(e);
            }
        });
        try {
            return done.future().toCompletionStage().toCompletableFuture().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        }
    }

    /** As {@link #call}, for work that is done when it returns. */
    <T> T get(Supplier<T> work) throws InterruptedException, TimeoutException {
        return call(() -> Future.succeededFuture(work.get()));
    }

    void run(Runnable work) throws InterruptedException, TimeoutException {
        get(() -> {
            work.run();
            return true;
        });
    }

    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
