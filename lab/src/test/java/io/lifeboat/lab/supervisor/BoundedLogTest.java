package io.lifeboat.lab.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedLogTest {

    @TempDir
    private Path directory;

    @Test
    void shouldKeepTheNewestLinesWithinTwiceTheLimit() throws Exception {
        Path file = directory.resolve("logs/a.log");
        try (BoundedLog log = new BoundedLog(file, 100)) {
            for (int i = 0; i < 1_000; i++) {
                log.line("line " + i);
            }
        }

        assertThat(Files.size(file)).isLessThanOrEqualTo(100);
        assertThat(Files.size(file.resolveSibling("a.log.1"))).isLessThanOrEqualTo(100);
        assertThat(Files.readAllLines(file)).endsWith("line 999");
    }
}
