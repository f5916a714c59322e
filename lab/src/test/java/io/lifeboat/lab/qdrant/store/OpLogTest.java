package io.lifeboat.lab.qdrant.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpLogTest {
    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void writeTwo() throws IOException {
        file = directory.resolve("points.log");
        try (OpLog log = OpLog.open(file).log()) {
            log.append(change(1));
            log.append(change(2));
        }
    }

    @Test
    void shouldReadBackWhatWasWritten() throws IOException {
        assertThat(operations()).containsExactly(1L, 2L);
    }

    @Test
    void shouldIgnoreATornTailAndWriteOnAfterWhatIsWhole() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 3));
        try (OpLog log = OpLog.open(file).log()) {
            log.append(change(3));
        }

        assertThat(operations()).containsExactly(1L, 3L);
    }

    @Test
    void shouldStopAtADamagedRecord() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 2] ^= 1;
        Files.write(file, bytes);

        assertThat(operations()).containsExactly(1L);
    }

    @Test
    void shouldStopAtZeros() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length + 100));

        assertThat(operations()).containsExactly(1L, 2L);
    }

    @Test
    void shouldKeepEachFloatExactly() throws IOException {
        float[] values = {0.1f, Float.MIN_VALUE, Float.MAX_VALUE, 1 / 3f, -0.0f};
        Point point = new Point(
                new PointId.Number(-1), 3, JsonNodeFactory.instance.objectNode(), Map.of("", new Vector.Dense(values)));
        Change read = Change.decode(new Change(3, List.of(point), List.of()).encode());

        assertThat(read.put().getFirst().id()).isEqualTo(point.id());
        assertThat(((Vector.Dense) read.put().getFirst().vectors().get("")).values())
                .containsExactly(values);
    }

    private List<Long> operations() throws IOException {
        OpLog.Opened opened = OpLog.open(file);
        opened.log().close();
        return opened.changes().stream().map(Change::operation).toList();
    }

    private static Change change(long operation) {
        return new Change(operation, List.of(), List.of(new PointId.Number(operation)));
    }
}
