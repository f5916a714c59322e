package io.lifeboat.workspaces.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads who starts Lifeboat with a file full of mistakes: {@code rendered.txt}, word for word. */
class RenderingTest {
    @TempDir
    private Path folder;

    @Test
    void shouldTellAllMistakesAtOnceWhenThereAreMany() {
        LoadResult result = new ConfigFolder(folder).load(ConfigFolder.resource("many-mistakes.yaml"));

        assertThat(result)
                .isInstanceOfSatisfying(
                        LoadResult.Invalid.class,
                        invalid -> assertThat(Problems.render(invalid.problems()))
                                .isEqualTo(ConfigFolder.resource("rendered.txt")));
    }

    @Test
    void shouldRenderNothingWhenNothingIsWrong() {
        assertThat(Problems.render(List.of())).isEmpty();
    }
}
