package io.lifeboat.lab.qdrant.snapshots;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.lab.qdrant.http.Answer;
import io.lifeboat.lab.qdrant.http.Call;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Work that a caller may wait for or not. */
final class Tasks {
    private static final Logger LOG = Logger.getLogger(Tasks.class.getName());

    private Tasks() {}

    /** Does the work before it answers, or, with {@code wait=false}, after: then an error is only logged. */
    static Answer run(Call call, Callable<JsonNode> work) throws IOException {
        if (call.waits(true)) {
            try {
                return new Answer.Result(work.call());
            } catch (IOException | RuntimeException error) {
                throw error;
            } catch (Exception unexpected) {
                throw new IllegalStateException(unexpected);
            }
        }
        Thread.ofVirtual().name("snapshot").start(() -> {
            try {
                work.call();
            } catch (Exception error) {
                LOG.log(Level.WARNING, "an accepted snapshot operation failed", error);
            }
        });
        return new Answer.Accepted();
    }
}
