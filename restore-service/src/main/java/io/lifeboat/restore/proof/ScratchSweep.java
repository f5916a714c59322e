package io.lifeboat.restore.proof;

import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.restore.restore.RestoreServer;
import io.lifeboat.restore.restore.Restored;
import java.util.List;
import org.jboss.logging.Logger;

/** Takes out of a scratch server what a proof put into it: one that is not destroyed would fill up. */
record ScratchSweep(RestoreServer server) {
    private static final Logger LOG = Logger.getLogger(ScratchSweep.class);

    void drop(List<Restored> restored) throws InterruptedException {
        for (Restored each : restored) {
            if (each instanceof Restored.Whole whole
                    && server.client().collections().delete(whole.name()) instanceof Answer.Failure<?> failure) {
                LOG.warnf("a proof's collection stays collection=%s reason=%s", whole.name(), failure.summary());
            }
        }
    }
}
