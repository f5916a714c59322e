package io.lifeboat.qdrant.snapshot.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.qdrant.snapshot.inspect.Inspection.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real snapshots of Qdrant 1.18.3, sound and damaged. */
class SnapshotInspectorTest {
    private static final byte[] SMALL = Tars.real("small.snapshot");

    private static Inspection inspect(byte[] bytes, Expected expected) {
        try {
            return SnapshotInspector.inspect("x.snapshot", new ByteArrayInputStream(bytes), expected);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Inspection inspect(byte[] bytes) {
        return inspect(bytes, Expected.NOTHING);
    }

    @ParameterizedTest
    @CsvSource({
        "small.snapshot, COLLECTION, 3, 1",
        "cluster-n1.snapshot, COLLECTION, 39, 3",
        "cluster-n2.snapshot, COLLECTION, 37, 3",
        "cluster-n3.snapshot, COLLECTION, 44, 3",
        "shard.snapshot, SHARD, 3, 1",
        "partial.snapshot, PARTIAL, 3, 1"
    })
    void shouldTellKindIdsAndShardsOfWhatARealServerMade(String name, SnapshotKind kind, long points, int shards) {
        Inspection inspection = inspect(Tars.real(name));

        assertThat(inspection.findings()).noneMatch(finding -> finding.severity() != Finding.Severity.NOTE);
        assertThat(inspection.kind()).isEqualTo(kind);
        assertThat(inspection.points()).hasValue(points);
        assertThat(inspection.shards()).hasSize(shards);
        assertThat(inspection.verdict()).isEqualTo(Verdict.SOUND);
    }

    /** As bytes come from a network: the tar reader takes a short read within a sparse file for the end of its part. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "small.snapshot",
                "cluster-n1.snapshot",
                "shard.snapshot",
                "partial.snapshot",
                "full-storage.snapshot"
            })
    void shouldFindTheSameWhenTheBytesComeInBits(String name) throws Exception {
        byte[] bytes = Tars.real(name);
        InputStream bits = new java.io.FilterInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return super.read(buffer, offset, Math.min(length, 700));
            }
        };

        assertThat(SnapshotInspector.inspect("x.snapshot", bits, Expected.NOTHING))
                .isEqualTo(inspect(bytes));
    }

    @Test
    void shouldLookIntoTheCollectionsOfAStorage() {
        Inspection inspection = inspect(Tars.real("full-storage.snapshot"));

        assertThat(inspection.kind()).isEqualTo(SnapshotKind.STORAGE);
        assertThat(inspection.verdict()).isEqualTo(Verdict.SOUND);
        assertThat(inspection.collections()).singleElement().satisfies(collection -> {
            assertThat(collection.kind()).isEqualTo(SnapshotKind.COLLECTION);
            assertThat(collection.points()).hasValue(3);
        });
    }

    @Test
    void shouldKeepConfigIndexesAndSum() {
        Inspection inspection = inspect(SMALL);

        assertThat(inspection.bytes()).isEqualTo(SMALL.length);
        assertThat(inspection.sha256()).hasSize(64);
        assertThat(inspection
                        .config()
                        .orElseThrow()
                        .path("params")
                        .path("vectors")
                        .path("size")
                        .asInt())
                .isEqualTo(4);
        assertThat(inspection.payloadIndex()).containsOnlyKeys("city");
        assertThat(inspection.walEntries()).isPositive();
    }

    @Test
    void shouldFailWhereSizeSumOrPointsAreNotTheRecordedOnes() {
        Expected expected =
                new Expected(OptionalLong.of(SMALL.length + 1L), Optional.of("0".repeat(64)), OptionalLong.of(3));

        Inspection inspection = inspect(SMALL, expected);

        assertThat(inspection.verdict()).isEqualTo(Verdict.DAMAGED);
        assertThat(inspection.findings())
                .extracting(Finding::expected)
                .contains(
                        SMALL.length + 1 + " bytes, as was recorded",
                        "SHA-256 " + "0".repeat(64) + ", as was recorded");
    }

    @Test
    void shouldMissPointsThatNoLogCanBringBack() {
        Inspection inspection = inspect(
                Tars.real("shard.snapshot"), new Expected(OptionalLong.empty(), Optional.empty(), OptionalLong.of(4)));

        assertThat(inspection.findings())
                .extracting(Finding::expected, Finding::found)
                .contains(org.assertj.core.groups.Tuple.tuple(
                        "4 points, as was recorded", "3 ids and no log that could bring more"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"config.json", "version.info", "payload_index.json", "shard_key_mapping.json"})
    void shouldMissAFileOfTheCollection(String file) {
        assertDamaged(Tars.with(SMALL, file, bytes -> null), "", file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/replica_state.json", "0/shard_config.json"})
    void shouldMissAFileOfTheShard(String file) {
        assertDamaged(Tars.with(SMALL, file, bytes -> null), "0", file.substring(2));
    }

    @Test
    void shouldMissTheLog() {
        Map<String, byte[]> files = Tars.files(SMALL);
        files.keySet().removeIf(path -> path.startsWith("0/wal/"));

        assertDamaged(Tars.tar(files), "0", "wal/: without it the shard is skipped and restores empty");
    }

    @Test
    void shouldMissTheSegments() {
        Map<String, byte[]> files = Tars.files(SMALL);
        files.keySet().removeIf(path -> path.startsWith("0/segments/"));

        assertDamaged(Tars.tar(files), "0", "segments/: without them the shard is skipped and restores empty");
    }

    @Test
    void shouldMissAShard() {
        byte[] two = Tars.with(SMALL, "config.json", replace("\"shard_number\":1", "\"shard_number\":2"));

        assertDamaged(two, "", "the shards [0, 1]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"segment.json", "version.info", "mutable_id_tracker.mappings"})
    void shouldMissAFileOfASegment(String file) {
        String segment = segment();
        byte[] damaged =
                Tars.with(SMALL, segment, bytes -> Tars.with(bytes, "snapshot/files/" + file, content -> null));

        assertThat(inspect(damaged).findings())
                .filteredOn(finding -> finding.severity() == Finding.Severity.DAMAGED)
                .extracting(Finding::file)
                .contains(segment);
        assertThat(inspect(damaged).verdict()).isEqualTo(Verdict.DAMAGED);
    }

    /** What the optimiser leaves to take new points: indexed fields and a version, but no ids and no vectors. */
    @Test
    void shouldMissNothingInASegmentThatNoPointHasReached() {
        byte[] unreached = Tars.with(
                SMALL,
                segment(),
                bytes -> Tars.with(
                        Tars.with(bytes, "snapshot/files/mutable_id_tracker.mappings", content -> null),
                        "snapshot/files/vector_storage/vectors/chunk_0.mmap",
                        content -> null));

        assertThat(inspect(unreached).verdict()).isEqualTo(Verdict.SOUND);
        assertThat(inspect(unreached).points()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "", "7", "<html>sign in</html>", "{} {}"})
    void shouldTellWhereJsonIsNone(String content) {
        byte[] damaged = Tars.with(SMALL, "config.json", bytes -> content.getBytes(StandardCharsets.UTF_8));

        assertDamaged(damaged, "config.json", "JSON");
    }

    @Test
    void shouldTellWhereASegmentsJsonIsGarbage() {
        String segment = segment();
        byte[] damaged = Tars.with(
                SMALL,
                segment,
                bytes -> Tars.with(
                        bytes, "snapshot/files/segment.json", content -> "garbage".getBytes(StandardCharsets.UTF_8)));

        assertDamaged(damaged, segment + "!snapshot/files/segment.json", "JSON");
    }

    @Test
    void shouldTellVectorsThatAreNotTheCollections() {
        byte[] damaged = Tars.with(SMALL, "config.json", replace("\"size\":4", "\"size\":5"));

        assertDamaged(damaged, segment(), "the vectors of the collection, {=5 Dot}");
    }

    @Test
    void shouldTellALogWhoseEntryIsDamaged() {
        byte[] damaged = Tars.with(SMALL, "0/wal/open-1", bytes -> flipped(bytes, 30));

        Inspection inspection = inspect(damaged);

        assertThat(inspection.walEntries()).isZero();
        assertThat(inspection.verdict()).isEqualTo(Verdict.SUSPICIOUS);
        assertThat(inspection.findings())
                .filteredOn(finding -> finding.file().equals("0/wal/open-1"))
                .extracting(Finding::offset)
                .containsExactly(8L);
    }

    @Test
    void shouldTellALogWithoutItsHeader() {
        byte[] damaged = Tars.with(SMALL, "0/wal/open-1", bytes -> flipped(bytes, 0));

        assertDamaged(damaged, "0/wal/open-1", "the header of a write-ahead log, version 0");
    }

    @Test
    void shouldTellAnIdTrackerThatIsGarbage() {
        String segment = segment();
        byte[] damaged = Tars.with(
                SMALL,
                segment,
                bytes -> Tars.with(bytes, "snapshot/files/mutable_id_tracker.mappings", content -> new byte[] {9, 9}));

        assertDamaged(damaged, segment + "!snapshot/files/mutable_id_tracker.mappings", "a change of type 1 to 4");
    }

    @Test
    void shouldSayThatTheBytesCouldNotBeHadAndNotThatTheyAreWrong() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk is gone");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return read();
            }
        };

        assertThatThrownBy(() -> SnapshotInspector.inspect("x", failing, Expected.NOTHING))
                .isInstanceOf(SourceFailed.class)
                .hasMessageContaining("the disk is gone");
    }

    @Test
    void shouldFindTheSameInBytesThatGoByToSomebodyElse() throws Exception {
        try (InspectedStream stream = new InspectedStream("x.snapshot", Expected.NOTHING)) {
            for (int from = 0; from < SMALL.length; from += 1000) {
                stream.receive(SMALL, from, Math.min(1000, SMALL.length - from));
            }
            assertThat(stream.end()).isEqualTo(inspect(SMALL));
        }
    }

    @Test
    void shouldCustomShardingBeNotedAndItsShardsBeThoseOfItsKeys() {
        byte[] custom = Tars.with(
                Tars.with(SMALL, "config.json", replace("\"shard_number\":1", "\"sharding_method\":\"custom\"")),
                "shard_key_mapping.json",
                bytes -> "[{\"key\":\"eu\",\"shard_ids\":[0,3]}]".getBytes(StandardCharsets.UTF_8));

        assertDamaged(custom, "", "the shards [0, 3]");
        assertThat(inspect(custom).findings())
                .extracting(Finding::severity, Finding::expected)
                .contains(org.assertj.core.groups.Tuple.tuple(Finding.Severity.NOTE, "automatic sharding"));
    }

    private static String segment() {
        return Tars.files(SMALL).keySet().stream()
                .filter(path -> path.startsWith("0/segments/"))
                .findFirst()
                .orElseThrow();
    }

    private static UnaryOperator<byte[]> replace(String from, String to) {
        return bytes -> {
            String text = new String(bytes, StandardCharsets.UTF_8);
            assertThat(text).contains(from);
            return text.replace(from, to).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte[] flipped(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        changed[at] ^= 1;
        return changed;
    }

    private static void assertDamaged(byte[] bytes, String file, String expected) {
        Inspection inspection = inspect(bytes);

        assertThat(inspection.verdict()).isEqualTo(Verdict.DAMAGED);
        assertThat(List.copyOf(inspection.findings()))
                .filteredOn(finding -> finding.file().equals(file))
                .extracting(Finding::expected)
                .as("findings: %s", inspection.findings())
                .anyMatch(text -> text.startsWith(expected));
    }
}
