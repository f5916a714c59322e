package io.lifeboat.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ClassPathTest {
    private static final Path HERE = Path.of("").toAbsolutePath();

    @Test
    void shouldNameTheSameFilesFromAnyFolder() {
        String given = String.join(File.pathSeparator, "target/cli.jar", "/opt/lab.jar", "");

        String absolute = ClassPath.absolute(given);

        assertThat(absolute.split(File.pathSeparator))
                .containsExactly(HERE.resolve("target/cli.jar").toString(), "/opt/lab.jar", HERE.toString());
    }
}
