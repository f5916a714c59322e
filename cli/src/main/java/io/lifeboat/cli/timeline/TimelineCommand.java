package io.lifeboat.cli.timeline;

import io.lifeboat.cli.Failure;
import io.lifeboat.cli.log.LogOptions;
import io.lifeboat.cli.terminal.Screen;
import io.lifeboat.events.id.IncidentId;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Replays an incident from the log. */
@Command(
        name = "timeline",
        description = "Replay an incident: every event, who wrote it, and whether it counted.",
        mixinStandardHelpOptions = true)
public final class TimelineCommand implements Callable<Integer> {
    @Parameters(paramLabel = "INCIDENT", description = "Its number, such as INC-2026-11-23-001.")
    private String incident = "";

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Option(names = "--follow", description = "Go on with what comes, until the incident is closed.")
    private boolean follow;

    @Mixin
    private LogOptions log = new LogOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        BiConsumer<TimelineEntry, Instant> printer = json ? jsonPrinter(out) : textPrinter(out);
        try (Timeline timeline = Timeline.open(log.kafka(), id())) {
            timeline.read(printer);
            out.flush();
            if (follow) {
                timeline.follow(printer.andThen((entry, since) -> out.flush()));
            }
            if (!json) {
                timeline.current()
                        .ifPresent(now -> out.printf(
                                "%n%s is %s%n",
                                now.id(),
                                now.stage().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
            }
        }
        out.flush();
        return 0;
    }

    private IncidentId id() {
        try {
            return new IncidentId(incident.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Failure.usage("%s", e.getMessage());
        }
    }

    private static BiConsumer<TimelineEntry, Instant> jsonPrinter(PrintWriter out) {
        return (entry, since) -> out.println(EntryJson.of(entry, since));
    }

    private static BiConsumer<TimelineEntry, Instant> textPrinter(PrintWriter out) {
        Screen screen = Screen.of(false);
        EntryLine line = new EntryLine(screen.style(), screen.width());
        return (entry, since) -> out.print(
                line.text(entry, Duration.between(since, entry.record().appendedAt())));
    }
}
