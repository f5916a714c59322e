package io.lifeboat.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {
    @ParameterizedTest
    @CsvSource({
        "PT0S,0 s",
        "PT0.42S,0.42 s",
        "PT59.99S,59.99 s",
        "PT1M,1 min",
        "PT2M30S,2 min 30 s",
        "PT1H,1 h",
        "PT2H5M,2 h 5 min",
        "PT49H,2 d 1 h",
        "PT-1S,-1 s"
    })
    void shouldTellSpansAsPeopleDo(Duration span, String expected) {
        assertThat(Span.of(span)).isEqualTo(expected);
    }

    @Test
    void shouldCutToTheWidthAndEndColoursWhereItCuts() {
        String red = "\033[31mabcdef\033[0m";

        assertThat(Texts.cut("abcdef", 4)).isEqualTo("ab..");
        assertThat(Texts.cut(red, 6)).isEqualTo(red);
        assertThat(Texts.cut(red, 4)).isEqualTo("\033[31mab..\033[0m");
    }

    @Test
    void shouldBreakLinesAtBlanks() {
        assertThat(Texts.wrap("one two three", 7)).isEqualTo(List.of("one two", "three"));
        assertThat(Texts.wrap("unbreakable word", 5)).isEqualTo(List.of("unbreakable", "word"));
    }

    @Test
    void shouldUseSignsThatTheEncodingHas() {
        assertThat(Marks.in(StandardCharsets.UTF_8)).isEqualTo(Marks.UNICODE);
        assertThat(Marks.in(StandardCharsets.US_ASCII)).isEqualTo(Marks.ASCII);
    }

    @Test
    void shouldColourOnlyWhereColoursAreWanted() {
        assertThat(Style.BARE.bad("x")).isEqualTo("x");
        assertThat(new Style(true).bad("x")).isEqualTo("\033[31mx\033[0m");
    }

    @Test
    void shouldRefuseARowWithTooFewCells() {
        Table table = new Table("A", "B");

        assertThatThrownBy(() -> table.row("1")).hasMessage("cells: expected 2, got 1");
    }

    @Test
    void shouldMakeColumnsAsWideAsTheyMustBe() {
        String text = new Table("A", "B").row("long cell", "x").text();

        assertThat(text).isEqualTo("A          B\nlong cell  x\n");
    }
}
