package io.lifeboat.lab.qdrant.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.lab.qdrant.http.QdrantError;
import io.lifeboat.lab.qdrant.segment.SegmentShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * One collection: its configuration, its payload indexes and the points of its shards, on disk and in memory. Thread-safe:
 * readers share a lock, each write holds it alone, from the log to the memory.
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

    private final String name;
    private final Path directory;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final AtomicLong snapshots = new AtomicLong();
    private final AtomicLong vectorBytesWritten = new AtomicLong();
    private final AtomicLong payloadBytesWritten = new AtomicLong();
    private final List<Shard> shards;
    private CollectionConfig config;
    private Map<String, JsonNode> indexes;
    private Optional<WriteLimiter> limiter = Optional.empty();

    private Collection(String name, Path directory, CollectionFile.Content content, List<Shard> shards) {
        this.name = name;
        this.directory = directory;
        this.config = content.config();
        this.indexes = content.indexes();
        this.shards = List.copyOf(shards);
    }

    static Collection create(String name, Path directory, CollectionFile.Content content) throws IOException {
        CollectionFile.write(directory, content);
        List<Shard> shards = new ArrayList<>();
        for (int number = 0; number < content.config().shardNumber(); number++) {
            shards.add(Shard.create(number, directory, content.shape()));
        }
        return new Collection(name, directory, content, shards);
    }

    /** @param instead what becomes of a shard that cannot be read; empty to fail with its error */
    static Collection load(String name, Path directory, ShardState state, Optional<ShardState> instead)
            throws IOException {
        CollectionFile.Content content = CollectionFile.read(directory);
        List<Shard> shards = new ArrayList<>();
        for (int number = 0; number < content.config().shardNumber(); number++) {
            try {
                shards.add(Shard.open(number, directory, content.shape(), state));
            } catch (QdrantError unreadable) {
                shards.add(Shard.broken(number, directory, instead.orElseThrow(() -> unreadable)));
            }
        }
        return new Collection(name, directory, content, shards);
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

    public SegmentShape shape() {
        return read(() -> new SegmentShape(config, indexes));
    }

    public List<Shard> shards() {
        return shards;
    }

    /** @throws QdrantError if there is no such shard */
    public Shard shard(String number) {
        return shards.stream()
                .filter(shard -> Integer.toString(shard.number()).equals(number))
                .findFirst()
                .orElseThrow(() -> QdrantError.notFound("shard " + number + " not found"));
    }

    private long lastOperation() {
        return shards.stream().mapToLong(Shard::lastOperation).max().orElse(0);
    }

    /** Turns every shard into a dummy, or back. Only in memory, as in Qdrant. */
    public void become(ShardState other) {
        shards.forEach(shard -> shard.become(other));
    }

    /** The state of the first shard that does not answer, or of the first. */
    public ShardState state() {
        return shards.stream()
                .map(Shard::state)
                .filter(state -> !(state instanceof ShardState.Local))
                .findFirst()
                .orElseGet(ShardState.Local::new);
    }

    /** Fails as a shard does that cannot be read; a local one lets the read go on. */
    public void mustBeReadable(Read what) {
        shards.forEach(shard -> mustBeReadable(shard, what));
    }

    /** The same for one shard alone. */
    public static void mustBeReadable(Shard shard, Read what) {
        String failed = "1 of 1 read operations failed:\n  Service internal error: ";
        switch (shard.state()) {
            case ShardState.Local local -> {}
            case ShardState.Dummy dummy ->
                throw QdrantError.internal(failed + "Failed to " + what.text + ",  " + dummy.reason());
            case ShardState.Replaced replaced ->
                throw QdrantError.internal(failed + "Local shard " + shard.number() + " not found");
            case ShardState.Unloaded unloaded ->
                throw QdrantError.internal(
                        what == Read.INFO
                                ? "0 of 0 read operations failed"
                                : "The replica set for shard " + shard.number() + " on peer " + unloaded.peer()
                                        + " does not have enough active replicas");
        }
    }

    public Optional<Point> point(PointId id) {
        return point(id, shards);
    }

    /** The same, of some of its shards. */
    public Optional<Point> point(PointId id, List<Shard> of) {
        return read(() -> of.stream()
                .flatMap(shard -> shard.segments().point(id).stream())
                .findFirst());
    }

    public int size() {
        return size(shards);
    }

    /** The same, of some of its shards. */
    public int size(List<Shard> of) {
        return read(() -> of.stream().mapToInt(shard -> shard.segments().size()).sum());
    }

    public List<Point> matching(Predicate<Point> filter) {
        return matching(filter, shards);
    }

    /** The same, of some of its shards. */
    public List<Point> matching(Predicate<Point> filter, List<Shard> of) {
        return read(() -> inOrder(
                of.stream().map(shard -> shard.segments().matching(filter)).toList()));
    }

    /** At most {@code limit} points from {@code start} on, itself included. */
    public List<Point> page(Optional<PointId> start, Predicate<Point> filter, long limit) {
        return page(start, filter, limit, shards);
    }

    /** The same, of some of its shards. */
    public List<Point> page(Optional<PointId> start, Predicate<Point> filter, long limit, List<Shard> of) {
        return read(() -> {
            List<List<Point>> pages = of.stream()
                    .map(shard -> shard.segments()
                            .from(start)
                            .filter(filter)
                            .limit(limit)
                            .toList())
                    .toList();
            return inOrder(pages).stream().limit(limit).toList();
        });
    }

    private static List<Point> inOrder(List<List<Point>> parts) {
        return parts.size() == 1
                ? parts.getFirst()
                : parts.stream()
                        .flatMap(List::stream)
                        .sorted(Comparator.comparing(Point::id))
                        .toList();
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
        return alone(() -> {
            for (Shard shard : shards) {
                mustBeWritable(shard);
            }
            if (limiter.isPresent()) {
                limiter.get().take(System.nanoTime());
            }
            long operation = lastOperation() + 1;
            Change change = decide.apply(operation, this);
            for (Shard shard : shards) {
                commit(shard, change);
            }
            count(change);
            return operation;
        });
    }

    private static void mustBeWritable(Shard shard) {
        switch (shard.state()) {
            case ShardState.Local local -> {}
            case ShardState.Dummy dummy -> throw QdrantError.internal("Failed to Update Points,  " + dummy.reason());
            case ShardState.Replaced replaced ->
                throw QdrantError.internal("Local shard " + shard.number() + " not found");
            case ShardState.Unloaded unloaded ->
                throw QdrantError.internal("The replica set for shard " + shard.number() + " on peer " + unloaded.peer()
                        + " has no active replica");
        }
    }

    /** The part of a change that falls to a shard; one that concerns no point is an operation of all. */
    private void commit(Shard shard, Change change) throws IOException {
        Change part = new Change(
                change.operation(),
                change.put().stream().filter(point -> home(point.id()) == shard).toList(),
                change.removed().stream().filter(id -> home(id) == shard).toList());
        if (!part.isNothing() || change.isNothing()) {
            shard.commit(part, new SegmentShape(config, indexes));
        }
    }

    /** Where a point is, or where a new one goes. */
    private Shard home(PointId id) {
        return shards.size() == 1
                ? shards.getFirst()
                : shards.stream()
                        .filter(shard -> shard.segments().point(id).isPresent())
                        .findFirst()
                        .orElseGet(() -> shards.get(Math.floorMod(id.hashCode() * 31, shards.size())));
    }

    private void count(Change change) {
        for (Point point : change.put()) {
            vectorBytesWritten.addAndGet(Usage.vectorBytes(point.vectors()));
            payloadBytesWritten.addAndGet(Usage.writtenPayloadBytes(point));
        }
    }

    /** Changes or (empty) drops one point and counts nothing: for tests of what must notice it. False if it is missing. */
    public boolean tamper(PointId id, Function<Point, Optional<Point>> damage) throws IOException {
        return alone(() -> {
            Shard shard = home(id);
            Optional<Point> before = shard.segments().point(id);
            if (before.isPresent()) {
                shard.segments().force(id, damage.apply(before.get()), shard.lastOperation());
                shard.compact(new SegmentShape(config, indexes));
            }
            return before.isPresent();
        });
    }

    public void reconfigure(CollectionConfig other) throws IOException {
        alone(() -> {
            CollectionFile.write(directory, new CollectionFile.Content(other, indexes));
            config = other;
            JsonNode rate = other.strictMode().path("write_rate_limit");
            limiter = rate.isNumber()
                    ? Optional.of(new WriteLimiter(rate.asDouble(), System.nanoTime()))
                    : Optional.empty();
            return true;
        });
    }

    /** Replaces the payload indexes, which concerns every segment. */
    public void reindex(Map<String, JsonNode> others) throws IOException {
        alone(() -> {
            register(others);
            for (Shard shard : shards) {
                if (shard.state() instanceof ShardState.Local) {
                    shard.segments().touch(shard.lastOperation());
                    shard.flush(new SegmentShape(config, indexes));
                }
            }
            return true;
        });
    }

    /** Registers payload indexes that the segments have already. */
    public void register(Map<String, JsonNode> others) throws IOException {
        alone(() -> {
            CollectionFile.write(directory, new CollectionFile.Content(config, others));
            indexes = Map.copyOf(others);
            return true;
        });
    }

    /** What is reported for humans and machines under {@code payload_schema}. */
    public ObjectNode payloadSchema(Function<String, Predicate<Point>> hasValue) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
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

    /** Work that may fail on the disk. */
    public interface Work<T> {
        T run() throws IOException;
    }

    /** Flushes what a snapshot would have to carry a long log of. */
    public void shortenLogs() throws IOException {
        alone(() -> {
            for (Shard shard : shards) {
                shard.compactIfLong(new SegmentShape(config, indexes));
            }
            return true;
        });
    }

    /** Runs {@code body} while nothing is written. */
    public <T> T still(Work<T> body) throws IOException {
        lock.readLock().lock();
        try {
            return body.run();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Runs {@code body} while nothing is written or read. */
    public <T> T alone(Work<T> body) throws IOException {
        lock.writeLock().lock();
        try {
            return body.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private <T> T read(Supplier<T> body) {
        lock.readLock().lock();
        try {
            return body.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public void close() throws IOException {
        for (Shard shard : shards) {
            shard.close();
        }
    }
}
