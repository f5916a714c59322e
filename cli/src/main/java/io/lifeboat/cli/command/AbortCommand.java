package io.lifeboat.cli.command;

import io.lifeboat.cli.log.LogState;
import io.lifeboat.events.command.Action;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.plan.Arguments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ends an incident. */
@Command(
        name = "abort",
        description = "Abort an incident; what moves traffic is sealed first.",
        mixinStandardHelpOptions = true)
final class AbortCommand extends Commanding {
    @Parameters(index = "0", paramLabel = "INCIDENT")
    private String incident = "";

    @Option(names = "--undo", description = "Undo what succeeded, as far as the plan says how.")
    private boolean undo;

    @Override
    Wish wish(LogState log) {
        IncidentId id = incident(incident);
        return Wish.ofIncident(
                Action.ABORT, of(log, id).id(), id, undo ? Arguments.of("undo", true) : Arguments.none());
    }
}
