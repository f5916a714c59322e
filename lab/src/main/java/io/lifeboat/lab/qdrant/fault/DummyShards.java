package io.lifeboat.lab.qdrant.fault;

import io.lifeboat.lab.qdrant.store.Collection;
import io.lifeboat.lab.qdrant.store.ShardState;
import io.lifeboat.lab.qdrant.store.Storage;
import java.util.IdentityHashMap;
import java.util.Optional;

/** Turns shards into dummies and back into what they were. Thread-safe. */
final class DummyShards {
    private static final ShardState.Dummy FAILED = new ShardState.Dummy("Failed to restore local replica");

    private final Storage storage;
    private final IdentityHashMap<Collection, ShardState> before = new IdentityHashMap<>();

    DummyShards(Storage storage) {
        this.storage = storage;
    }

    /** @param only one collection, or all there are now */
    synchronized void make(Optional<String> only) {
        for (Collection collection : storage.collections()) {
            if (only.isEmpty() || collection.name().equals(storage.resolve(only.get()))) {
                before.putIfAbsent(collection, collection.state());
                collection.become(FAILED);
            }
        }
    }

    synchronized void undo() {
        before.forEach(Collection::become);
        before.clear();
    }
}
