package io.lifeboat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts that people read, as files: a change of wording is a reviewed change. */
public final class Golden {
    private Golden() {}

    /** Compares with the file of that name; what came instead is left in {@code target/golden}. */
    public static void assertMatches(String name, String actual) {
        try {
            Path golden = Path.of("src", "test", "resources", "golden", name);
            Path came = Path.of("target", "golden", name);
            Files.createDirectories(came.getParent());
            Files.writeString(came, actual);
            assertThat(actual).as("%s, which came is in %s", golden, came).isEqualTo(Files.readString(golden));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
