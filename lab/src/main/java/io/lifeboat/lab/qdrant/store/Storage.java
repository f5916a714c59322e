package io.lifeboat.lab.qdrant.store;

import io.lifeboat.lab.qdrant.http.QdrantError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * All collections and aliases of a node, on disk under one directory. Thread-safe; collections come and go, and aliases
 * change, under one lock.
 */
public final class Storage implements AutoCloseable {
    private final Path root;
    private final PeerId peer;
    private final Aliases aliases;
    private final ConcurrentSkipListMap<String, Collection> collections = new ConcurrentSkipListMap<>();
    private final ReentrantLock lock = new ReentrantLock();

    /**
     * @param recoveryMode if set, every shard is a dummy that says so
     * @param toleratesLoadErrors whether a shard that cannot be read is left out; if not, its error is thrown
     */
    public Storage(Path root, Optional<String> recoveryMode, boolean toleratesLoadErrors) throws IOException {
        this.root = root;
        Files.createDirectories(root.resolve("collections"));
        Directories.delete(temporary());
        this.peer = PeerId.of(root);
        this.aliases = new Aliases(root);
        ShardState state = recoveryMode.<ShardState>map(ShardState.Dummy::new).orElseGet(ShardState.Local::new);
        for (Path directory : Directories.list(root.resolve("collections"))) {
            open(directory, state, toleratesLoadErrors);
        }
    }

    private void open(Path directory, ShardState state, boolean tolerant) throws IOException {
        String name = directory.getFileName().toString();
        Optional<ShardState> instead = tolerant ? Optional.of(new ShardState.Unloaded(peer)) : Optional.empty();
        if (CollectionFile.isIn(directory)) {
            collections.put(name, Collection.load(name, directory, state, instead));
        } else {
            Directories.delete(directory);
        }
    }

    public Path temporary() {
        return root.resolve("tmp");
    }

    public PeerId peer() {
        return peer;
    }

    public List<Collection> collections() {
        return List.copyOf(collections.values());
    }

    public List<Aliases.Alias> aliases() {
        return locked(aliases::list);
    }

    public Optional<Collection> find(String nameOrAlias) {
        Collection direct = collections.get(nameOrAlias);
        return direct != null
                ? Optional.of(direct)
                : locked(() -> aliases.target(nameOrAlias)).map(collections::get);
    }

    public Collection get(String nameOrAlias) {
        return find(nameOrAlias).orElseThrow(() -> QdrantError.noCollection(nameOrAlias));
    }

    /** The name behind an alias, or the name itself. */
    public String resolve(String nameOrAlias) {
        return locked(() -> aliases.target(nameOrAlias)).orElse(nameOrAlias);
    }

    public Collection create(String name, CollectionFile.Content content) throws IOException {
        lock.lock();
        try {
            if (collections.containsKey(name)) {
                throw QdrantError.alreadyExists(name);
            }
            if (aliases.target(name).isPresent()) {
                throw QdrantError.wrongInput(
                        "Can't create collection with name " + name + ". Alias with the same name already exists");
            }
            Collection created = Collection.create(name, directory(name), content);
            collections.put(name, created);
            return created;
        } finally {
            lock.unlock();
        }
    }

    /** Deletes the collection and the aliases that point to it; its snapshot files stay. False if it is missing. */
    public boolean delete(String name) throws IOException {
        lock.lock();
        try {
            Collection gone = collections.remove(name);
            if (gone == null) {
                return false;
            }
            aliases.dropAllOf(name);
            gone.close();
            CollectionFile.deleteIn(directory(name));
            Directories.delete(directory(name));
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Runs a batch under the lock; each action is saved as it is done, and an error undoes none of them. */
    public void changeAliases(List<AliasAction> actions) throws IOException {
        lock.lock();
        try {
            for (AliasAction action : actions) {
                aliases.apply(action, collections.keySet());
            }
        } finally {
            lock.unlock();
        }
    }

    private Path directory(String name) {
        return root.resolve("collections").resolve(name);
    }

    private <T> T locked(java.util.function.Supplier<T> body) {
        lock.lock();
        try {
            return body.get();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        for (Collection collection : collections.values()) {
            collection.close();
        }
    }
}
