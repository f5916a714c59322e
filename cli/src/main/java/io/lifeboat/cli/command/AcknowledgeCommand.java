package io.lifeboat.cli.command;

import io.lifeboat.cli.log.LogState;
import io.lifeboat.events.command.Action;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.plan.Arguments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says that a person has taken note. */
@Command(
        name = "acknowledge",
        description = "Take note of an incident: escalation stops.",
        mixinStandardHelpOptions = true)
final class AcknowledgeCommand extends Commanding {
    @Parameters(index = "0", paramLabel = "INCIDENT")
    private String incident = "";

    @Override
    Wish wish(LogState log) {
        IncidentId id = incident(incident);
        return Wish.ofIncident(Action.ACKNOWLEDGE, of(log, id).id(), id, Arguments.none());
    }
}
