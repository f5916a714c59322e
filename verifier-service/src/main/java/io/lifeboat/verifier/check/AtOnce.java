package io.lifeboat.verifier.check;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks several things at once, each on a virtual thread: a check waits for the slowest, not for all in turn. */
final class AtOnce {
    private AtOnce() {}

    /** What is asked of one thing. */
    @FunctionalInterface
    interface Question<T> {
        CheckResult ask(T thing) throws InterruptedException;
    }

    /** The results in the order of the things. Interrupted, it interrupts them all. */
    static <T> List<CheckResult> of(List<T> things, Question<T> question) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<CheckResult>> tasks = things.stream()
                    .<Callable<CheckResult>>map(thing -> () -> question.ask(thing))
                    .toList();
            List<CheckResult> results = new ArrayList<>();
            for (Future<CheckResult> result : threads.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a part of a check failed unexpectedly: " + e.getCause(), e.getCause());
        }
    }
}
