package io.lifeboat.failover.assess;

import io.lifeboat.qdrant.QdrantClient;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.service.Telemetry;
import io.quarkus.arc.All;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs all checks at once, as users wait: each on a virtual thread. Thread-safe. */
@Singleton
public class Checks implements AutoCloseable {
    private final List<StandbyCheck> checks;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Checks(@All List<StandbyCheck> checks) {
        this.checks = List.copyOf(checks);
    }

    /** What each node tells of itself. */
    public List<Answer<Telemetry>> telemetry(List<QdrantClient> nodes) throws InterruptedException {
        return all(nodes.stream()
                .<Callable<Answer<Telemetry>>>map(node -> () -> node.service().telemetry())
                .toList());
    }

    /** In the order of the checks' names. */
    public List<Finding> run(Standby standby) throws InterruptedException {
        List<Callable<List<Finding>>> tasks = checks.stream()
                .<Callable<List<Finding>>>map(check -> () -> check.run(standby))
                .toList();
        return all(tasks).stream()
                .flatMap(List::stream)
                .sorted(java.util.Comparator.comparing(Finding::check))
                .toList();
    }

    /** Interrupted, it interrupts them all. */
    private <T> List<T> all(List<Callable<T>> tasks) throws InterruptedException {
        List<T> results = new ArrayList<>();
        for (Future<T> result : threads.invokeAll(tasks)) {
            try {
                results.add(result.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("a check failed unexpectedly: " + e.getCause(), e.getCause());
            }
        }
        return results;
    }

    @Override
    @PreDestroy
    public void close() {
        threads.shutdownNow();
    }
}
