package io.lifeboat.workspaces.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The example that people copy is valid, and nothing in it is unwise. */
class ExampleTest {
    private static final Path EXAMPLE =
            Path.of(System.getProperty("lifeboat.root"), "deploy", "examples", "workspaces.yaml");

    @Test
    void shouldLoadWithoutWarningWhenTheExampleIsUsedAsItIs() {
        LoadResult result = ConfigLoader.load(EXAMPLE);

        String problems = switch (result) {
            case LoadResult.Invalid invalid -> Problems.render(invalid.problems());
            case LoadResult.Loaded loaded -> Problems.renderWarnings(loaded.warnings());
        };
        assertThat(problems).isEmpty();
    }
}
