package io.lifeboat.cli.command;

import io.lifeboat.cli.log.LogState;
import io.lifeboat.events.command.Action;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.plan.Arguments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Ends what is left of an incident. */
@Command(
        name = "close",
        description = "Close an incident that is not being recovered.",
        mixinStandardHelpOptions = true)
final class CloseCommand extends Commanding {
    @Parameters(index = "0", paramLabel = "INCIDENT")
    private String incident = "";

    @Override
    Wish wish(LogState log) {
        IncidentId id = incident(incident);
        return Wish.ofIncident(Action.CLOSE, of(log, id).id(), id, Arguments.none());
    }
}
