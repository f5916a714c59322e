package io.lifeboat.lab.qdrant.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.lifeboat.lab.qdrant.http.JsonBody;
import io.lifeboat.lab.qdrant.http.QdrantError;
import io.lifeboat.lab.qdrant.segment.Segment;
import io.lifeboat.lab.qdrant.segment.SegmentShape;
import io.lifeboat.lab.qdrant.segment.Segments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One shard on disk: its segments as they were last flushed, and the log of what came after. A flag beside its directory
 * says that its files are being replaced; a shard that starts with it is dirty (case 25). Not thread-safe: the collection's
 * lock guards it, but for {@link #state()} and {@link #partial()}.
 */
public final class Shard implements AutoCloseable {
    private static final String LOG = "points.log";
    private static final String APPLIED = "applied_seq.json";
    /** A log longer than this is not carried in a snapshot: the segments are flushed instead. In bytes. */
    private static final long LONG_LOG = 16L * 1024 * 1024;

    private final int number;
    private final Path directory;
    private final PartialRounds partial = new PartialRounds();
    private Segments segments = Segments.fresh();
    private Optional<OpLog> log = Optional.empty();
    private long lastOperation;
    private volatile ShardState state;

    private Shard(int number, Path collection, ShardState state) {
        this.number = number;
        this.directory = collection.resolve(Integer.toString(number));
        this.state = state;
    }

    static Shard create(int number, Path collection, SegmentShape shape) throws IOException {
        Shard shard = new Shard(number, collection, new ShardState.Local());
        shard.flush(shape);
        shard.log = Optional.of(OpLog.open(shard.directory.resolve(LOG)).log());
        return shard;
    }

    /** @throws QdrantError if its segments cannot be read */
    static Shard open(int number, Path collection, SegmentShape shape, ShardState state) throws IOException {
        Shard shard = new Shard(number, collection, state);
        if (Files.exists(shard.flag())) {
            shard.state = new ShardState.Dummy("Dirty shard - shard is not fully initialized");
            return shard;
        }
        shard.load(Segments.of(Segments.load(shard.segmentsDirectory())), shape);
        return shard;
    }

    /** One whose files could not be read. */
    static Shard broken(int number, Path collection, ShardState state) {
        return new Shard(number, collection, state);
    }

    private void load(Segments loaded, SegmentShape shape) throws IOException {
        OpLog.Opened opened = OpLog.open(directory.resolve(LOG));
        segments = loaded;
        lastOperation = Math.max(applied(), newest());
        long applied = applied();
        opened.changes().stream()
                .filter(change -> change.operation() > applied)
                .forEach(change -> apply(change, shape));
        log = Optional.of(opened.log());
        if (opened.changes().size() > 2 * segments.size() + 16) {
            compact(shape);
        }
    }

    private long applied() throws IOException {
        Path file = directory.resolve(APPLIED);
        return Files.exists(file)
                ? JsonBody.parse(Files.readAllBytes(file)).path("op_num").asLong()
                : 0;
    }

    private long newest() {
        return segments.list().stream().mapToLong(Segment::version).max().orElse(0);
    }

    public int number() {
        return number;
    }

    public Path directory() {
        return directory;
    }

    Path segmentsDirectory() {
        return directory.resolve("segments");
    }

    /** The file that says that this shard is not whole. */
    Path flag() {
        return directory.resolveSibling("shard_" + number + ".initializing");
    }

    public ShardState state() {
        return state;
    }

    void become(ShardState other) {
        state = other;
    }

    /** Partial snapshots that are made of it or applied to it. */
    public PartialRounds partial() {
        return partial;
    }

    public Segments segments() {
        return segments;
    }

    public long lastOperation() {
        return lastOperation;
    }

    public long storedPayloadBytes() {
        return payloadBytes(segments.from(Optional.empty()));
    }

    public long storedVectorBytes() {
        return vectorBytes(segments.from(Optional.empty()));
    }

    public static long payloadBytes(Stream<Point> points) {
        return points.mapToLong(Usage::storedPayloadBytes).sum();
    }

    public static long vectorBytes(Stream<Point> points) {
        return points.mapToLong(point -> Usage.vectorBytes(point.vectors())).sum();
    }

    void commit(Change change, SegmentShape shape) throws IOException {
        log.orElseThrow().append(change);
        apply(change, shape);
    }

    private void apply(Change change, SegmentShape shape) {
        segments.apply(change, optimiseFrom(shape));
        lastOperation = Math.max(lastOperation, change.operation());
    }

    /** Bytes of vectors from which a segment is optimised; never if the threshold is 0 kB. */
    private static long optimiseFrom(SegmentShape shape) {
        JsonNode kilobytes = shape.config().reported().path("optimizer_config").path("indexing_threshold");
        return kilobytes.asLong(0) == 0 ? Long.MAX_VALUE : kilobytes.asLong() * 1024;
    }

    /** Brings the directory up to date; the log stays, as the tail that a snapshot carries. */
    void flush(SegmentShape shape) throws IOException {
        Files.createDirectories(segmentsDirectory());
        segments.flush(segmentsDirectory(), shape);
        CollectionFile.replace(
                directory.resolve(APPLIED),
                JsonNodeFactory.instance.objectNode().put("op_num", lastOperation));
    }

    void compact(SegmentShape shape) throws IOException {
        flush(shape);
        startLog(List.of(Change.nothing(lastOperation)));
    }

    void compactIfLong(SegmentShape shape) throws IOException {
        if (log.isPresent() && log.get().size() > LONG_LOG) {
            compact(shape);
        }
    }

    private void startLog(List<Change> changes) throws IOException {
        close();
        log = Optional.of(OpLog.rewrite(directory.resolve(LOG), changes));
    }

    /** The changes since the last compaction, encoded. */
    public List<byte[]> tail() throws IOException {
        return OpLog.bodies(directory.resolve(LOG));
    }

    /** Takes over the segments that lie in its directory now, and what a log has to add to them. */
    void install(Segments others, List<Change> tail, SegmentShape shape) throws IOException {
        Files.deleteIfExists(directory.resolve(APPLIED));
        segments = others;
        lastOperation = newest();
        startLog(tail);
        tail.forEach(change -> apply(change, shape));
        state = new ShardState.Local();
    }

    @Override
    public void close() throws IOException {
        if (log.isPresent()) {
            log.get().close();
        }
        log = Optional.empty();
    }
}
