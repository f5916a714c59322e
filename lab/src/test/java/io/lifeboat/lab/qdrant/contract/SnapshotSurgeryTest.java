package io.lifeboat.lab.qdrant.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The damage of cases 12 to 23, tried on a real snapshot of Qdrant 1.18.3. */
class SnapshotSurgeryTest {
    private static final String SEGMENT = "0/segments/6e540d0a-ff68-4f6c-bf9b-0cd93f16e286.tar";

    @Test
    void shouldFlipOneBitOfAVector() throws IOException {
        byte[] before = vectors(small());
        byte[] after = vectors(SnapshotSurgery.operate(small(), "vector-bit-flip"));

        assertThat(java.util.Arrays.mismatch(before, after)).isEqualTo(3);
        assertThat(before[3]).isEqualTo((byte) 0x3f);
        assertThat(after[3]).isEqualTo((byte) 0x3e);
    }

    @ParameterizedTest
    @CsvSource({"config-missing, config.json", "wal-missing, 0/wal/first-index", "no-segments, " + SEGMENT})
    void shouldLeaveOneThingOut(String damage, String missing) throws IOException {
        assertThat(SnapshotSurgery.unpack(small())).containsKey(missing);

        assertThat(SnapshotSurgery.unpack(SnapshotSurgery.operate(small(), damage)))
                .doesNotContainKey(missing)
                .containsKey("shard_key_mapping.json");
    }

    @Test
    void shouldLeaveOneFileOutOfEachSegment() throws IOException {
        Map<String, byte[]> outer = SnapshotSurgery.unpack(SnapshotSurgery.operate(small(), "segment-json-missing"));

        assertThat(SnapshotSurgery.unpack(outer.get(SEGMENT)))
                .doesNotContainKey("snapshot/files/segment.json")
                .containsKey("snapshot/files/version.info");
    }

    private static byte[] vectors(byte[] snapshot) throws IOException {
        Map<String, byte[]> segment =
                SnapshotSurgery.unpack(SnapshotSurgery.unpack(snapshot).get(SEGMENT));
        return segment.get("snapshot/files/vector_storage/vectors/chunk_0.mmap");
    }

    private static byte[] small() throws IOException {
        try (InputStream in = SnapshotSurgeryTest.class.getResourceAsStream("/contract/files/small.snapshot")) {
            return in.readAllBytes();
        }
    }
}
