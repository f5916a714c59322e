package io.lifeboat.verifier.check;

import io.lifeboat.verifier.node.Within;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** Runs checks at once, those that write after the others, each for a bounded time. Thread-safe. */
public final class CheckRunner {
    private static final Logger LOG = Logger.getLogger(CheckRunner.class);

    private final Duration timeout;

    /** @param timeout for each check that does not say otherwise */
    public CheckRunner(Duration timeout) {
        this.timeout = timeout;
    }

    /** The findings in the order of the checks. */
    public List<Finding> run(List<Check> checks, Scene scene) throws InterruptedException {
        Map<Check, CheckResult> results = new HashMap<>();
        results.putAll(atOnce(checks.stream().filter(check -> !check.writes()).toList(), scene));
        results.putAll(atOnce(checks.stream().filter(Check::writes).toList(), scene));
        return checks.stream()
                .map(check -> new Finding(check.name(), results.get(check)))
                .toList();
    }

    private Map<Check, CheckResult> atOnce(List<Check> checks, Scene scene) throws InterruptedException {
        List<FutureTask<CheckResult>> running = new ArrayList<>();
        try {
            for (Check check : checks) {
                FutureTask<CheckResult> task = new FutureTask<>(() -> bounded(check, scene));
                running.add(task);
                Thread.ofVirtual().name("check-" + check.name()).start(task);
            }
            Map<Check, CheckResult> results = new HashMap<>();
            for (int i = 0; i < checks.size(); i++) {
                results.put(checks.get(i), await(running.get(i)));
            }
            return results;
        } finally {
            running.forEach(task -> task.cancel(true));
        }
    }

    private static CheckResult await(FutureTask<CheckResult> task) throws InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a check's own thread was interrupted", e.getCause());
        }
    }

    private CheckResult bounded(Check check, Scene scene) throws InterruptedException {
        Duration time = check.time(scene, timeout);
        try {
            return Within.time(time, "check-" + check.name() + "-body", () -> check.run(scene));
        } catch (TimeoutException e) {
            return CheckResult.notYet("no result within %d ms", time.toMillis());
        } catch (ExecutionException e) {
            LOG.errorf(e.getCause(), "bug in a check check=%s", check.name());
            return CheckResult.failed("the check itself broke: %s", e.getCause());
        }
    }
}
