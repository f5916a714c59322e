package io.lifeboat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LifeboatCliTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "frob", "lab", "lab sideways", "command", "demo --scenario flood", "status --no-such"})
    void shouldAnswerWithTwoWhenItIsAskedForWrongly(String words) {
        CliRun run = CliRun.of(words.isEmpty() ? new String[0] : words.split(" "));

        assertThat(run.status()).isEqualTo(Failure.USAGE);
        assertThat(run.err()).contains("Usage: lifeboat").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource({"status", "timeline INC-2026-03-01-001", "lab status", "fail blue kill"})
    void shouldSayInOneSentenceThatThereIsNoLab(String words) {
        String[] arguments = (words + " --dir " + folder).split(" ");

        CliRun run = CliRun.of(arguments);

        assertThat(run.status()).isEqualTo(Failure.FAILED);
        assertThat(run.err()).startsWith("lifeboat: ").contains("lab").hasLineCount(1);
    }

    @Test
    void shouldShowWhereAnErrorCameFromOnlyWhenAsked() {
        String[] arguments = {"status", "--dir", folder.toString(), "--verbose"};

        assertThat(CliRun.of(arguments).err()).contains("\tat ");
    }

    @Test
    void shouldRefuseWhatIsNoIncidentNumber() {
        CliRun run = CliRun.of("timeline", "42", "--kafka", "127.0.0.1:1");

        assertThat(run.status()).isEqualTo(Failure.USAGE);
        assertThat(run.err()).contains("INC-YYYY-MM-DD-NNN");
    }

    @Test
    void shouldTellEveryMistakeOfAConfigurationWithItsLine() throws Exception {
        // given
        Path file = folder.resolve("workspaces.yaml");
        Files.writeString(file, "vantages: [north]\nworkspaces:\n  - id: SHOP\n");

        // when
        CliRun run = CliRun.of("config", "check", file.toString());

        // then
        assertThat(run.status()).isEqualTo(Failure.USAGE);
        assertThat(run.out()).contains("problems in the configuration").contains("workspaces.yaml:3");
    }

    @Test
    void shouldFindTheExampleConfigurationWell() {
        String example =
                CliRun.root().resolve("deploy/examples/workspaces.yaml").toString();

        CliRun run = CliRun.of("config", "check", example);

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("is well: 2 workspaces, 3 vantages, 2 operators");
    }

    @Test
    void shouldListEachHarmWhenNothingIsNamed() {
        CliRun run = CliRun.of("fail");

        assertThat(run.status()).isZero();
        Golden.assertMatches("fail.txt", run.out());
    }

    @Test
    void shouldLeaveTheOptionsBehindABenchmarksNameToIt() {
        var bench = LifeboatCli.commandLine()
                .parseArgs("bench", "failover", "--runs", "3")
                .subcommand();

        assertThat(bench.matchedPositionals()).hasSize(1);
        assertThat(bench.matchedPositionals().get(0).originalStringValues()).containsExactly("failover", "--runs", "3");
    }

    @Test
    void shouldSayThatBenchmarksAreNotBuiltWhenTheyAreNot() {
        String before = System.setProperty("lifeboat.root", folder.toString());
        try {
            CliRun run = CliRun.of("bench", "B1");

            assertThat(run.status()).isEqualTo(Failure.FAILED);
            assertThat(run.err()).contains("the benchmarks are not built");
        } finally {
            if (before == null) {
                System.clearProperty("lifeboat.root");
            } else {
                System.setProperty("lifeboat.root", before);
            }
        }
    }

    @Test
    void shouldNameTheGuardsOneALine() {
        CliRun run = CliRun.of("simulate", "--list-guards");

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("opening-sequence\n", "one-recovery\n");
    }

    @Test
    void shouldListTheGuardsWhenOneIsUnknown() {
        CliRun run = CliRun.of("simulate", "--without", "luck");

        assertThat(run.status()).isEqualTo(Failure.USAGE);
        assertThat(run.err()).contains("opening-sequence").contains("got 'luck'");
    }
}
