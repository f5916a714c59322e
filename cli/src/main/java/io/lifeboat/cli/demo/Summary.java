package io.lifeboat.cli.demo;

import io.lifeboat.cli.terminal.Span;
import io.lifeboat.cli.terminal.Style;
import io.lifeboat.cli.terminal.Table;
import io.lifeboat.cli.timeline.EntryLine;
import io.lifeboat.cli.timeline.TimelineEntry;
import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.incident.Objective;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What is told at the end: the timeline, the objectives, and what users saw. Pure. */
final class Summary {
    private final Style style;
    private final EntryLine line;

    Summary(Style style, int width) {
        this.style = style;
        this.line = new EntryLine(style, width);
    }

    /** Times are told from the fault. */
    String timeline(Incident incident, List<TimelineEntry> entries, Instant faultAt) {
        StringBuilder text = new StringBuilder("\n" + style.bold("Timeline of " + incident.id()) + "\n\n");
        for (TimelineEntry entry : entries) {
            Duration since = Duration.between(faultAt, entry.record().appendedAt());
            text.append(line.text(entry, since));
        }
        return text.toString();
    }

    String objectives(Incident incident, Aftermath aftermath) {
        Objective objective = incident.objective();
        Instant recovered = incident.recoveredAt() == null ? incident.stageSince() : incident.recoveredAt();
        Duration rto = Duration.between(incident.startedAt(), recovered);
        Duration rpo = aftermath.oldestLost().orElse(Duration.ZERO);
        Table table = new Table("  OBJECTIVE", "TARGET", "MAXIMUM", "ACTUAL", "VERDICT");
        row(table, "  recovery time (RTO)", objective.rtoTarget(), objective.rtoMax(), rto);
        row(table, "  recovery point (RPO)", objective.rpoTarget(), objective.rpoMax(), rpo);
        return "\n" + style.bold("Objectives") + "\n\n" + table.text();
    }

    private static void row(Table table, String name, Duration target, Duration most, Duration actual) {
        table.row(
                name,
                Span.of(target),
                Span.of(most),
                Span.of(actual),
                Verdict.of(target, most, actual).name().toLowerCase(Locale.ROOT));
    }

    String users(Aftermath aftermath) {
        Table table = new Table("  REQUESTS", "ANSWERED", "FAILED", "LONGEST GAP");
        row(table, "  reads", aftermath.reads());
        row(table, "  writes", aftermath.writes());
        return "\n%s\n\n%s  acknowledged writes lost: %s\n"
                .formatted(
                        style.bold("What the application's users saw, from the kill on"),
                        table.text(),
                        lost(aftermath));
    }

    private String lost(Aftermath aftermath) {
        String text = String.format(Locale.ROOT, "%,d of %,d", aftermath.lost(), aftermath.acknowledged());
        return aftermath.lost() == 0 ? style.good(text) : style.bad(text);
    }

    private static void row(Table table, String name, UserStats.Kind kind) {
        table.row(
                name,
                String.format(Locale.ROOT, "%,d", kind.good()),
                String.format(Locale.ROOT, "%,d", kind.failed()),
                Span.of(kind.longestGap()));
    }
}
