package io.lifeboat.workspaces.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are none, or not what a configuration can be. */
class SourceFileTest {
    @TempDir
    private Path folder;

    @Test
    void shouldSayThatThereIsNoFileWhenItIsMissing() {
        assertThat(told(folder.resolve("none.yaml")))
                .containsExactly("none.yaml: found no such file, expected a file that can be read");
    }

    @Test
    void shouldSayThatItIsAFolderWhenItIs() {
        assertThat(told(folder)).containsExactly(folder.getFileName() + ": found a folder, expected a file");
    }

    @Test
    void shouldSayThatItIsEmptyWhenThereIsNothingInIt() throws IOException {
        assertThat(told(write("# only a comment\n".getBytes(StandardCharsets.UTF_8))))
                .containsExactly("w.yaml: found an empty file, expected a mapping with vantages and workspaces");
    }

    @Test
    void shouldRefuseItWhenItIsLargerThanFourMebibytes() throws IOException {
        byte[] most = " ".repeat(SourceFile.MOST_BYTES).getBytes(StandardCharsets.UTF_8);
        byte[] more = " ".repeat(SourceFile.MOST_BYTES + 1).getBytes(StandardCharsets.UTF_8);

        assertThat(told(write(most))).singleElement().asString().contains("an empty file");
        assertThat(told(write(more))).containsExactly("w.yaml: found more than 4 MiB, expected at most 4 MiB");
    }

    @Test
    void shouldNameTheFirstBadByteWhenItIsNoText() throws IOException {
        byte[] latin = {'a', ':', '\n', 'b', ' ', (byte) 0xE4, '\n'};
        byte[] binary = {'a', '\n', 0, 1, 2};

        assertThat(told(write(latin)))
                .containsExactly("w.yaml:2:3: found bytes that are no UTF-8 text, expected UTF-8 text");
        assertThat(told(write(binary)))
                .containsExactly("w.yaml:2:1: found bytes that are no UTF-8 text, expected UTF-8 text");
    }

    @Test
    void shouldNameTheCharacterWhenItCannotBePrinted() throws IOException {
        assertThat(told(write("a:\n b\u0007".getBytes(StandardCharsets.UTF_8))))
                .containsExactly("w.yaml:2:3: found a character that cannot be printed, expected text");
    }

    @Test
    void shouldReadItWhenItBeginsWithAByteOrderMark() throws IOException {
        assertThat(told(write("\uFEFFvantages: 1".getBytes(StandardCharsets.UTF_8))))
                .contains("w.yaml:1:11: vantages: found 1, expected a list of vantages");
    }

    @Test
    void shouldThrowAllProblemsWhenSomebodyInsists() {
        LoadResult result = ConfigLoader.load(folder.resolve("none.yaml"));

        assertThatThrownBy(result::orThrow)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        1 problem in the configuration, nothing was started:
                          none.yaml: found no such file, expected a file that can be read
                        """);
    }

    @Test
    void shouldRefuseToBeInvalidWhenNothingIsWrong() {
        assertThatThrownBy(() -> new LoadResult.Invalid(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("w.yaml"), bytes);
    }

    private static List<String> told(Path path) {
        LoadResult result = ConfigLoader.load(path);
        return switch (result) {
            case LoadResult.Loaded loaded -> List.of("loaded");
            case LoadResult.Invalid invalid ->
                invalid.problems().stream().map(Problem::toString).toList();
        };
    }
}
