package io.lifeboat.lab.qdrant.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.lab.qdrant.http.QdrantError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One collection: its configuration, its payload indexes and its points, on disk and in memory. Thread-safe: readers
 * share a lock, each write holds it alone, from the log to the memory.
 */
public final class Collection implements AutoCloseable {
    /** What a reader wants to do, as a dummy shard's refusal names it. */
    public enum Read {
        INFO("Get Info"),
        COUNT("count"),
        SCROLL("Scroll"),
        RETRIEVE("Retrieve"),
        QUERY("Query");

        private final String text;

        Read(String text) {
            this.text = text;
        }
    }

    private static final String POINTS = "points.log";

    private final String name;
    private final Path directory;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final PointStore points = new PointStore();
    private final AtomicLong snapshots = new AtomicLong();
    private final AtomicLong vectorBytesWritten = new AtomicLong();
    private final AtomicLong payloadBytesWritten = new AtomicLong();
    private CollectionConfig config;
    private Map<String, JsonNode> indexes;
    private OpLog log;
    private long lastOperation;
    private volatile ShardState state;
    private Optional<WriteLimiter> limiter = Optional.empty();

    private Collection(String name, Path directory, CollectionFile.Content content, ShardState state)
            throws IOException {
        this.name = name;
        this.directory = directory;
        this.config = content.config();
        this.indexes = content.indexes();
        this.state = state;
        OpLog.Opened opened = OpLog.open(directory.resolve(POINTS));
        this.log = opened.log();
        opened.changes().forEach(this::applyReplayed);
        compactIfWorthIt(opened.changes().size());
    }

    static Collection create(String name, Path directory, CollectionFile.Content content) throws IOException {
        CollectionFile.write(directory, content);
        return new Collection(name, directory, content, new ShardState.Local());
    }

    static Collection load(String name, Path directory, ShardState state) throws IOException {
        return new Collection(name, directory, CollectionFile.read(directory), state);
    }

    private void applyReplayed(Change change) {
        points.apply(change);
        lastOperation = Math.max(lastOperation, change.operation());
    }

    private void compactIfWorthIt(int records) throws IOException {
        if (records > 2 * points.size() + 16) {
            log.close();
            log = OpLog.rewrite(directory.resolve(POINTS), contents());
        }
    }

    /** The shortest list of changes that makes the present content and operation number. */
    private List<Change> contents() {
        return Stream.concat(
                        Stream.of(Change.nothing(lastOperation)),
                        points.all().map(point -> new Change(point.version(), List.of(point), List.of())))
                .toList();
    }

    public String name() {
        return name;
    }

    public CollectionConfig config() {
        return read(() -> config);
    }

    public Map<String, JsonNode> indexes() {
        return read(() -> indexes);
    }

    public long lastOperation() {
        return read(() -> lastOperation);
    }

    public ShardState state() {
        return state;
    }

    /** Turns the shard into a dummy, or back. Only in memory, as in Qdrant. */
    public void become(ShardState other) {
        state = other;
    }

    /** Fails as a dummy shard does; a local one lets the read go on. */
    public void mustBeReadable(Read what) {
        if (state instanceof ShardState.Dummy dummy) {
            throw QdrantError.internal("1 of 1 read operations failed:\n  Service internal error: Failed to "
                    + what.text + ",  " + dummy.reason());
        }
    }

    public Optional<Point> point(PointId id) {
        return read(() -> points.get(id));
    }

    public int size() {
        return read(points::size);
    }

    public List<Point> matching(Predicate<Point> filter) {
        return read(() -> points.matching(filter));
    }

    public List<Point> page(Optional<PointId> start, Predicate<Point> filter, long limit) {
        return read(() -> points.from(start, filter, limit));
    }

    /** The points as records of a log, as a snapshot carries them. */
    public byte[] dump() {
        return read(() -> OpLog.encode(contents()));
    }

    public long storedPayloadBytes() {
        return read(() -> points.all().mapToLong(Usage::storedPayloadBytes).sum());
    }

    public long storedVectorBytes() {
        return read(() -> points.all()
                .mapToLong(point -> Usage.vectorBytes(point.vectors()))
                .sum());
    }

    public long vectorBytesWritten() {
        return vectorBytesWritten.get();
    }

    public long payloadBytesWritten() {
        return payloadBytesWritten.get();
    }

    public AtomicLong snapshotsCreated() {
        return snapshots;
    }

    /** Makes the next operation: {@code decide} gets its number and the collection, which holds still meanwhile. */
    public long write(BiFunction<Long, Collection, Change> decide) throws IOException {
        lock.writeLock().lock();
        try {
            mustBeWritable();
            if (limiter.isPresent()) {
                limiter.get().take(System.nanoTime());
            }
            Change change = decide.apply(lastOperation + 1, this);
            commit(change);
            count(change);
            return lastOperation;
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void mustBeWritable() {
        if (state instanceof ShardState.Dummy dummy) {
            throw QdrantError.internal("Failed to Update Points,  " + dummy.reason());
        }
    }

    private void commit(Change change) throws IOException {
        log.append(change);
        applyReplayed(change);
    }

    private void count(Change change) {
        for (Point point : change.put()) {
            vectorBytesWritten.addAndGet(Usage.vectorBytes(point.vectors()));
            payloadBytesWritten.addAndGet(Usage.writtenPayloadBytes(point));
        }
    }

    /** Changes or (empty) drops one point and counts nothing: for tests of what must notice it. False if it is missing. */
    public boolean tamper(PointId id, Function<Point, Optional<Point>> damage) throws IOException {
        lock.writeLock().lock();
        try {
            Optional<Point> before = points.get(id);
            if (before.isEmpty()) {
                return false;
            }
            Optional<Point> after = damage.apply(before.get());
            commit(new Change(lastOperation, after.stream().toList(), after.isPresent() ? List.of() : List.of(id)));
            return true;
        } finally {
            lock.writeLock().unlock();
        }
    }

    public void reconfigure(CollectionConfig other) throws IOException {
        lock.writeLock().lock();
        try {
            CollectionFile.write(directory, new CollectionFile.Content(other, indexes));
            config = other;
            JsonNode rate = other.strictMode().path("write_rate_limit");
            limiter = rate.isNumber()
                    ? Optional.of(new WriteLimiter(rate.asDouble(), System.nanoTime()))
                    : Optional.empty();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Registers payload indexes; what is already there stays. */
    public void reindex(Map<String, JsonNode> others) throws IOException {
        lock.writeLock().lock();
        try {
            CollectionFile.write(directory, new CollectionFile.Content(config, others));
            indexes = Map.copyOf(others);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Replaces all points by those of a snapshot's log; configuration and aliases stay (case 10). */
    public void restore(byte[] dump) throws IOException {
        lock.writeLock().lock();
        try {
            List<Change> changes = OpLog.decode(java.nio.ByteBuffer.wrap(dump));
            log.close();
            log = OpLog.rewrite(directory.resolve(POINTS), changes);
            points.replaceAll(List.of());
            lastOperation = 0;
            changes.forEach(this::applyReplayed);
            state = new ShardState.Local();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** What is reported for humans and machines under {@code payload_schema}. */
    public ObjectNode payloadSchema(Function<String, Predicate<Point>> hasValue) {
        ObjectNode schema = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        read(() -> indexes).forEach((field, type) -> {
            ObjectNode entry = schema.putObject(field);
            entry.put(
                    "data_type",
                    type.isTextual() ? type.asText() : type.path("type").asText());
            if (type.isObject()) {
                entry.set("params", type);
            }
            entry.put("points", matching(hasValue.apply(field)).size());
        });
        return schema;
    }

    private <T> T read(java.util.function.Supplier<T> body) {
        lock.readLock().lock();
        try {
            return body.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
