package io.lifeboat.cli.command;

import io.lifeboat.cli.log.LogState;
import io.lifeboat.events.command.Action;
import io.lifeboat.events.plan.Arguments;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Stops effects, never detection. */
@Command(
        name = "hold",
        description = "Hold a workspace, or the fleet: no effects until release.",
        mixinStandardHelpOptions = true)
final class HoldCommand extends Commanding {
    @Parameters(index = "0", arity = "0..1", paramLabel = "WORKSPACE", description = "Without one: the whole fleet.")
    private Optional<String> workspace = Optional.empty();

    @Override
    Wish wish(LogState log) {
        return workspace
                .map(name -> Wish.ofWorkspace(Action.HOLD, workspace(name), Arguments.none()))
                .orElseGet(() -> Wish.ofFleet(Action.HOLD));
    }
}
