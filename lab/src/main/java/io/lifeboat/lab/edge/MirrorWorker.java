package io.lifeboat.lab.edge;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;

/** The mirror's journal behind one thread of its own, so that the disk never holds up the event loop. Futures end on the caller's context. */
final class MirrorWorker {

    /** Operations told by one report. */
    static final int MAX_TOLD = 10_000;

    private static final Logger LOG = System.getLogger(MirrorWorker.class.getName());

    private final WorkerExecutor thread;
    private final MirrorJournal journal;
    private final List<Operation> foundAtStart;

    MirrorWorker(Vertx vertx, MirrorJournal journal) {
        this.thread = vertx.createSharedWorkerExecutor("mirror-journal", 1);
        this.journal = journal;
        this.foundAtStart = journal.outstanding();
    }

    List<Operation> foundAtStart() {
        return foundAtStart;
    }

    Future<Operation> append(Draft draft) {
        return call(() -> journal.append(draft));
    }

    Future<Buffer> body(Operation operation) {
        return call(() -> journal.body(operation));
    }

    /** Notes an outcome. One that is lost is found out again: after a restart the operation is sent once more, in its order. */
    void settle(Operation operation, MirrorJournal.Outcome outcome, String reason) {
        call(() -> {
                    journal.settle(operation, outcome, reason);
                    return outcome;
                })
                .onFailure(e -> LOG.log(Level.ERROR, "outcome not noted: operation=" + operation.number(), e));
    }

    /** What is not known to be on the standby, the newest {@link #MAX_TOLD} in order. */
    Future<Map<String, Object>> report() {
        return call(() -> {
            List<Operation> outstanding = journal.outstanding();
            int told = Math.min(outstanding.size(), MAX_TOLD);
            List<Map<String, Object>> operations = new ArrayList<>(told);
            for (Operation operation : outstanding.subList(outstanding.size() - told, outstanding.size())) {
                operations.add(describe(operation));
            }
            Map<String, Object> report = new LinkedHashMap<>();
            report.put("total", outstanding.size());
            report.put("truncated", told < outstanding.size());
            report.put("operations", operations);
            return report;
        });
    }

    private Map<String, Object> describe(Operation operation) throws IOException {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("method", operation.method());
        description.put("path", operation.path());
        description.put("pointIds", PointIds.of(journal.body(operation)));
        description.put("at", operation.at().toString());
        description.put("state", operation.obstacle().isPresent() ? "refused" : "pending");
        operation.obstacle().ifPresent(reason -> description.put("reason", reason));
        return description;
    }

    private <T> Future<T> call(Callable<T> work) {
        return thread.executeBlocking(work, true);
    }

    /** Waits for what was handed over before, then closes the journal. */
    void close() {
        try {
            call(() -> {
                        journal.close();
                        return true;
                    })
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            LOG.log(Level.ERROR, "mirror journal not closed", e);
        }
        thread.close();
    }
}
