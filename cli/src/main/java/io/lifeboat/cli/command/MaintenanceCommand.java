package io.lifeboat.cli.command;

import io.lifeboat.cli.Failure;
import io.lifeboat.cli.log.LogState;
import io.lifeboat.events.command.Action;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.workspaces.config.Durations;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Announces maintenance. */
@Command(
        name = "maintenance",
        description = "No automatic effects on a workspace for a time.",
        mixinStandardHelpOptions = true)
final class MaintenanceCommand extends Commanding {
    @Parameters(index = "0", paramLabel = "WORKSPACE")
    private String workspace = "";

    @Parameters(index = "1", paramLabel = "HOW-LONG", description = "Such as 30m or 2h.")
    private String howLong = "";

    @Option(names = "--from", paramLabel = "TIME", description = "Such as 2026-12-24T18:00:00+01:00; now by default.")
    private Optional<String> from = Optional.empty();

    @Override
    Wish wish(LogState log) {
        Instant start =
                from.map(MaintenanceCommand::time).orElseGet(() -> Instant.now().truncatedTo(ChronoUnit.SECONDS));
        Arguments arguments =
                Arguments.of("from", start.toString()).with("until", end(start).toString());
        return Wish.ofWorkspace(Action.MAINTENANCE, workspace(workspace), arguments);
    }

    private Instant end(Instant start) {
        try {
            return start.plus(Durations.parse(howLong));
        } catch (IllegalArgumentException e) {
            throw Failure.usage("HOW-LONG: %s", e.getMessage());
        }
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw Failure.usage("--from: expected a time such as 2026-12-24T18:00:00+01:00, got '%s'", text);
        }
    }
}
