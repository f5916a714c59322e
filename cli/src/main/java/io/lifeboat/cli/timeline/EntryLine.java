package io.lifeboat.cli.timeline;

import io.lifeboat.cli.terminal.Span;
import io.lifeboat.cli.terminal.Style;
import io.lifeboat.cli.terminal.Texts;
import io.lifeboat.events.fold.Ruling;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A timeline's entry as people read it: when, who, about which step, what, and one sentence, broken to the width under its
 * beginning. Pure.
 */
public final class EntryLine {
    private static final int LEAST_SENTENCE = 24;

    private final Style style;
    private final int width;

    public EntryLine(Style style, int width) {
        this.style = style;
        this.width = width;
    }

    /** Lines, each ended. */
    public String text(TimelineEntry entry, Duration since) {
        EventText said = EventText.of(entry.event());
        String head = "%10s  %-8s  %-16s  "
                .formatted(Span.offset(since), entry.record().writer().name(), step(entry));
        String what = said.what() + numbers(entry);
        String sentence = Texts.harmless(said.sentence()) + reason(entry.ruling());
        int room = Math.max(LEAST_SENTENCE, width - head.length());
        List<String> lines = Texts.wrap(sentence.isBlank() ? what : what + ": " + sentence, room);
        return IntStream.range(0, lines.size())
                .mapToObj(i -> i == 0
                        ? style.faint(head) + coloured(lines.get(0), what, entry)
                        : " ".repeat(head.length()) + lines.get(i))
                .map(line -> line.stripTrailing() + "\n")
                .collect(Collectors.joining());
    }

    private static String step(TimelineEntry entry) {
        return entry.step().map(Object::toString).orElse("");
    }

    private static String numbers(TimelineEntry entry) {
        String attempt = entry.attempt() > 1 ? ", attempt " + entry.attempt() : "";
        return attempt + (entry.epoch() > 0 ? ", epoch " + entry.epoch() : "");
    }

    private static String reason(Ruling ruling) {
        return switch (ruling) {
            case Ruling.Effective effective -> "";
            case Ruling.Voided voided -> " [void: " + voided.why() + "]";
            case Ruling.Unknown unknown -> " [of no meaning to this version]";
        };
    }

    private String coloured(String line, String what, TimelineEntry entry) {
        if (!line.startsWith(what)) {
            return line;
        }
        String rest = line.substring(what.length());
        return entry.ruling().isEffective() ? style.bold(what) + rest : style.warning(what) + rest;
    }
}
