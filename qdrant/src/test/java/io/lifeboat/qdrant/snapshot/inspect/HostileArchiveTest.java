package io.lifeboat.qdrant.snapshot.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.qdrant.snapshot.inspect.Inspection.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody may hand us in place of a snapshot: a clear finding each, in bounded memory. */
class HostileArchiveTest {
    private static final byte[] SMALL = Tars.real("small.snapshot");

    private static Inspection inspect(InputStream in) {
        try {
            return SnapshotInspector.inspect("x.snapshot", in, Expected.NOTHING);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Inspection inspect(byte[]... parts) {
        return inspect(new ByteArrayInputStream(Tars.joined(parts)));
    }

    @Test
    void shouldTakeNoBytesForNoSnapshot() {
        assertThat(inspect(new byte[0]).verdict()).isEqualTo(Verdict.DAMAGED);
        assertThat(inspect(new byte[0]).kind()).isEqualTo(SnapshotKind.UNKNOWN);
    }

    @Test
    void shouldTakeGarbageForNoArchive() {
        byte[] garbage = "garbage ".repeat(1000).getBytes(StandardCharsets.UTF_8);

        Inspection inspection = inspect(garbage);

        assertThat(inspection.findings())
                .extracting(Finding::offset, Finding::expected)
                .contains(org.assertj.core.groups.Tuple.tuple(0L, "a tar header"));
        assertThat(inspection.bytes()).isEqualTo(garbage.length);
    }

    @Test
    void shouldFindEveryCutAtABlock() {
        for (int length = 512; length < SMALL.length - 1024; length += 512) {
            Inspection cut = inspect(Arrays.copyOf(SMALL, length));

            assertThat(cut.verdict()).as("cut after %d bytes", length).isEqualTo(Verdict.DAMAGED);
        }
    }

    @Test
    void shouldFindCutsWithinABlock() {
        for (int length : new int[] {1, 100, 511, 513, 700, 5000, 60_001, SMALL.length - 2000}) {
            assertThat(inspect(Arrays.copyOf(SMALL, length)).verdict())
                    .as("cut after %d bytes", length)
                    .isEqualTo(Verdict.DAMAGED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "/etc/passwd", "0/../../x", "a\\b", "0/segments/../../../x"})
    void shouldNotFollowAPathThatLeavesTheArchive(String path) {
        Inspection inspection = inspect(Tars.tar(Map.of(path, new byte[10])));

        assertThat(inspection.findings()).extracting(Finding::expected).contains("a path inside the archive");
        assertThat(inspection.verdict()).isEqualTo(Verdict.DAMAGED);
    }

    @ParameterizedTest
    @ValueSource(chars = {'1', '2', '3', '4', '6', 'x', 'g', 'K', 'V', '7'})
    void shouldRefuseWhatQdrantRefuses(char type) {
        Inspection inspection = inspect(Tars.header("x", type, 0), new byte[1024]);

        assertThat(inspection.findings())
                .extracting(Finding::expected)
                .contains("a file, a folder or a sparse file: Qdrant takes nothing else");
    }

    @Test
    void shouldNotReadANameThatWouldFillMemory() {
        Inspection inspection = inspect(Tars.header("././@LongLink", 'L', 1L << 40), new byte[4096]);

        assertThat(inspection.findings())
                .extracting(Finding::expected, Finding::found)
                .contains(org.assertj.core.groups.Tuple.tuple("a name of at most 65536 bytes", "one of " + (1L << 40)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 34, 1L << 62, Long.MAX_VALUE})
    void shouldNotBelieveAnAbsurdLength(long size) {
        Inspection inspection = inspect(Tars.header("config.json", '0', size), new byte[4096]);

        assertThat(inspection.verdict()).isEqualTo(Verdict.DAMAGED);
    }

    @Test
    void shouldNotExpandASparseBomb() {
        byte[] header = Tars.header("0/wal/open-1", 'S', 0);
        byte[] real = String.format("%011o\0", 0x1ffffffffL).getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(real, 0, header, 483, real.length);

        Inspection inspection = inspect(Tars.summed(header), new byte[1024]);

        assertThat(inspection.verdict()).isEqualTo(Verdict.DAMAGED);
    }

    @Test
    void shouldNotFollowAMapOfASparseFileWithoutEnd() {
        byte[] header = Tars.header("0/wal/open-1", 'S', 0);
        header[482] = 1;
        byte[] extension = new byte[512];
        extension[504] = 1;
        List<InputStream> parts = new ArrayList<>(List.of(new ByteArrayInputStream(Tars.summed(header))));
        for (int i = 0; i < 5000; i++) {
            parts.add(new ByteArrayInputStream(extension));
        }

        Inspection inspection = inspect(new SequenceInputStream(Collections.enumeration(parts)));

        assertThat(inspection.findings())
                .extracting(Finding::expected)
                .contains("at most 4096 blocks of a sparse file's map");
    }

    @Test
    void shouldStopAtHalfAMillionEntries() {
        byte[] entry = Tars.header("0/segments/x", '0', 0);
        InputStream many = new InputStream() {
            private long at;

            @Override
            public int read() {
                throw new UnsupportedOperationException("read by blocks");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                if (at >= 512L * 510_000) {
                    return -1;
                }
                int within = (int) (at % 512);
                int part = Math.min(length, 512 - within);
                System.arraycopy(entry, within, buffer, offset, part);
                at += part;
                return part;
            }
        };

        Inspection inspection = inspect(many);

        assertThat(inspection.findings()).extracting(Finding::expected).contains("at most 500000 entries");
        assertThat(inspection.bytes()).isEqualTo(512L * 510_000);
        assertThat(inspection.findings()).hasSizeLessThan(210);
    }

    @Test
    void shouldTakeAnArchiveInAnArchiveInAnArchiveForBytes() {
        byte[] inner = SMALL;
        for (int i = 0; i < 4; i++) {
            inner = Tars.tar(Map.of("x.snapshot", inner));
        }

        Inspection inspection = inspect(inner);

        assertThat(inspection.kind()).isEqualTo(SnapshotKind.UNKNOWN);
        assertThat(inspection.verdict()).isEqualTo(Verdict.DAMAGED);
    }

    @Test
    void shouldNotParseJsonThatWouldFillMemoryOrTheStack() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("config.json", "[".repeat(1_000_000).getBytes(StandardCharsets.UTF_8));
        files.put("payload_index.json", new byte[5 << 20]);

        Inspection inspection = inspect(Tars.tar(files));

        assertThat(inspection.findings())
                .extracting(Finding::file, Finding::expected)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("config.json", "JSON"),
                        org.assertj.core.groups.Tuple.tuple("payload_index.json", "at most 4194304 bytes"));
    }

    @Test
    void shouldShowNamesOfOthersWithoutTheirControlCharacters() {
        Inspection inspection = inspect(Tars.tar(Map.of("\u001b[2Jx", new byte[1])));

        assertThat(inspection.findings()).extracting(Finding::file).contains("?[2Jx");
    }

    @Test
    void shouldCountALogOfAnyLengthWithoutReadingItsZeros() {
        byte[] wal = new byte[32 << 20];
        System.arraycopy("wal\0seed".getBytes(StandardCharsets.ISO_8859_1), 0, wal, 0, 8);
        Map<String, byte[]> files = Tars.files(Tars.real("shard.snapshot"));
        files.keySet().removeIf(path -> path.startsWith("wal/"));
        files.put("wal/open-1", wal);

        Inspection inspection = inspect(Tars.tar(files));

        assertThat(inspection.verdict()).isEqualTo(Verdict.SOUND);
        assertThat(inspection.walEntries()).isZero();
    }
}
