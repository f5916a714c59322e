package io.lifeboat.workspaces.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is allowed but unwise is said, and stops nothing. */
class WarningsTest {
    @TempDir
    private Path folder;

    @Test
    void shouldSayNothingWhenNothingIsUnwise() {
        assertThat(warnings(ConfigFolder.base())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `  - {id: west, controls: ["tcp://192.0.2.3:53"]}` | `` | workspaces.yaml:2:3: vantages: found 2 vantages, expected at least 3: fewer cannot outvote one that lies
            `brake:` | `  - {id: east, controls: ["tcp://192.0.2.4:53"]}\\nbrake:` | workspaces.yaml:2:3: vantages: found 4 vantages, expected an odd number: one more would outvote as many, one fewer too
            `{id: west, controls: ["tcp://192.0.2.3:53"]}` | `west` | workspaces.yaml:4:5: vantages[2]: found no controls, expected something to tell 'it is down' from 'I am cut off' by
            `roles: [approver]` | `roles: [operator]` | workspaces.yaml:28:55: workspaces[0].policies.twoPersons: found the two-person rule, and approvers: 1, expected at least 2 operators who approve
            `        fence: {switch: exec, command: [fence, green]}` | `` | workspaces.yaml:20:9: workspaces[0].sites[1]: found no fence, though fenceRequired is true, expected a fence: traffic cannot leave this site
            `command: [fence, green]` | `command: [switch, wiki]` | workspaces.yaml:42:34: workspaces[1].traffic.set: found the very command of workspaces[0].sites[1].fence.command on line 24, expected one that can tell what it is to change
            """)
    void shouldWarnWhenSomethingIsUnwise(String removed, String added, String expected) {
        String strict = ConfigFolder.base().replace("maxLag: 5m", "maxLag: 5m, twoPersons: true, fenceRequired: true");

        List<String> warnings = warnings(strict.replace(removed, added.replace("\\n", "\n")));

        assertThat(warnings).containsExactly(expected);
    }

    @Test
    void shouldCountWarningsWhenTheyAreRendered() {
        Problem warning = new Problem("w.yaml", new Place(2, 3), "vantages", "1 vantage", "at least 3");

        assertThat(Problems.renderWarnings(List.of(warning, warning))).isEqualTo("""
                2 warnings about the configuration:
                  w.yaml:2:3: vantages: found 1 vantage, expected at least 3
                  w.yaml:2:3: vantages: found 1 vantage, expected at least 3
                """);
        assertThat(Problems.renderWarnings(List.of())).isEmpty();
    }

    private List<String> warnings(String yaml) {
        LoadResult result = new ConfigFolder(folder).load(yaml);
        return switch (result) {
            case LoadResult.Loaded loaded ->
                loaded.warnings().stream().map(Problem::toString).toList();
            case LoadResult.Invalid invalid -> throw new AssertionError(Problems.render(invalid.problems()));
        };
    }
}
