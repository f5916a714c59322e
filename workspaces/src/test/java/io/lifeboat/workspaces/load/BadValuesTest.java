package io.lifeboat.workspaces.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table {@code bad-values.txt}: each case replaces texts of {@code base.yaml} ({@code -} by {@code +}) and names every
 * problem that must be told ({@code >}), word for word.
 */
class BadValuesTest {
    @TempDir
    private Path folder;

    record Case(String name, List<String> removed, List<String> added, List<String> told) {
        String yaml() {
            String yaml = ConfigFolder.base();
            for (int i = 0; i < removed.size(); i++) {
                assertThat(yaml).as(name).contains(removed.get(i));
                yaml = yaml.replace(removed.get(i), added.get(i));
            }
            return yaml;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Arrays.stream(ConfigFolder.resource("bad-values.txt").split("(?m)^== "))
                .filter(text -> !text.isBlank())
                .map(BadValuesTest::parse);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void shouldTellEachProblemWithItsLineWhenTheFileIsWrong(Case bad) {
        LoadResult result = new ConfigFolder(folder).load(bad.yaml());

        List<String> told = switch (result) {
            case LoadResult.Loaded loaded -> List.of("loaded");
            case LoadResult.Invalid invalid ->
                invalid.problems().stream().map(Problem::toString).toList();
        };
        assertThat(told).containsExactlyElementsOf(bad.told());
        assertThat(told.toString()).doesNotContain("hunter2", "8253917");
    }

    private static Case parse(String text) {
        List<String> lines = text.lines().toList();
        Case bad = new Case(lines.getFirst(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (String line : lines.subList(1, lines.size())) {
            String rest = line.length() < 2 ? "" : line.substring(2);
            switch (line.isEmpty() ? ' ' : line.charAt(0)) {
                case '-' -> bad.removed().add(unescaped(rest));
                case '+' -> bad.added().add(unescaped(rest));
                case '>' -> bad.told().add(rest);
                default -> assertThat(line).isEmpty();
            }
        }
        return bad;
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n").replace("\\t", "\t");
    }
}
