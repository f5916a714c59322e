package io.lifeboat.cli.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.cli.LifeboatCli;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class InspectCommandTest {
    /** Of a real server; kept with the tests of the module that reads it. */
    private static final Path REAL = Path.of("..", "qdrant", "src", "test", "resources", "snapshots", "small.snapshot");

    private static final String SUM = "checksum";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path file;

    @BeforeEach
    void copy() throws IOException {
        file = Files.copy(REAL, folder.resolve("docs.snapshot"));
    }

    private int run(String... more) {
        CommandLine command = LifeboatCli.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        String[] arguments = new String[2 + more.length];
        arguments[0] = "backup";
        arguments[1] = "inspect";
        System.arraycopy(more, 0, arguments, 2, more.length);
        return command.execute(arguments);
    }

    @Test
    void shouldTellWhatIsInASoundFile() {
        assertThat(run(file.toString())).isZero();
        assertThat(out.toString())
                .contains("docs.snapshot  collection, 115200 bytes  SOUND", "payload indexes: city")
                .containsPattern("0 +here +2 +3 +\\d+");
    }

    @Test
    void shouldSpeakJsonToMachines() {
        assertThat(run("--json", file.toString())).isZero();
        assertThat(out.toString()).contains("\"kind\" : \"COLLECTION\"", "\"findings\" : [ ]");
    }

    @Test
    void shouldFailForACutFile() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, 60_000));

        assertThat(run(file.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("DAMAGED");
    }

    @Test
    void shouldFailWhereTheSumIsNotThatOfMeta() throws IOException {
        meta("{\"%s\":\"%s\",\"file_size\":115200}".formatted(SUM, "0".repeat(64)));

        assertThat(run(folder.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("expected SHA-256 " + "0".repeat(64) + ", as was recorded");
    }

    @Test
    void shouldFailWhereMetaIsAPage() throws IOException {
        meta("<html>sign in</html>");

        assertThat(run(folder.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("docs.meta: expected a JSON object, found something else at line 1");
    }

    @Test
    void shouldFailWhereTheManifestNamesWhatIsNotThere() throws IOException {
        Files.writeString(folder.resolve("manifest.json"), "{\"collections_backed_up\":[\"docs\",\"users\"]}");
        Files.writeString(folder.resolve("orders.meta"), "{}");
        Files.writeString(folder.resolve("failed_collections.txt"), "reviews\n");

        assertThat(run(folder.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        "manifest.json: names users, of which there is no snapshot",
                        "orders.meta: expected orders.snapshot beside it, there is none",
                        "failed_collections.txt: names reviews, which is not kept");
    }

    @Test
    void shouldFailWhereTheManifestTellsOfMoreThanIsThere() throws IOException {
        Files.writeString(folder.resolve("manifest.json"), "{\"collections_backed_up\":2}");

        assertThat(run(folder.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("manifest.json: tells of 2 collections, of which 1 snapshots are there");
    }

    @Test
    void shouldFailForAFolderWithoutSnapshots() throws IOException {
        Files.delete(file);

        assertThat(run(folder.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("expected snapshots, there is none");
    }

    @Test
    void shouldBeAskedWronglyForWhatIsNotThere() {
        assertThat(run(folder.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("nowhere: expected a file or a folder, there is none");
    }

    private void meta(String content) throws IOException {
        Files.writeString(folder.resolve("docs.meta"), content);
    }
}
