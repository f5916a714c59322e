package io.lifeboat.lab.qdrant.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What the telemetry tells of a shard's partial snapshots. One round at a time is applied. Thread-safe. */
public final class PartialRounds {
    private final AtomicInteger creating = new AtomicInteger();
    private final AtomicBoolean recovering = new AtomicBoolean();
    private final AtomicLong recoveredAt = new AtomicLong();

    public void startCreating() {
        creating.incrementAndGet();
    }

    public void endCreating() {
        creating.decrementAndGet();
    }

    /** False, and nothing changes, if a round runs already. */
    public boolean startRecovering() {
        return recovering.compareAndSet(false, true);
    }

    public void endRecovering() {
        recovering.set(false);
    }

    void recovered(Instant now) {
        recoveredAt.set(now.getEpochSecond());
    }

    public ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("ongoing_create_snapshot_requests", creating.get())
                .put("is_recovering", recovering.get())
                .put("recovery_timestamp", recoveredAt.get());
    }
}
