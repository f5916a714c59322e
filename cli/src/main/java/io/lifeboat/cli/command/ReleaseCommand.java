package io.lifeboat.cli.command;

import io.lifeboat.cli.log.LogState;
import io.lifeboat.events.command.Action;
import io.lifeboat.events.plan.Arguments;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lets effects happen again. */
@Command(name = "release", description = "End a hold.", mixinStandardHelpOptions = true)
final class ReleaseCommand extends Commanding {
    @Parameters(index = "0", arity = "0..1", paramLabel = "WORKSPACE", description = "Without one: the whole fleet.")
    private Optional<String> workspace = Optional.empty();

    @Override
    Wish wish(LogState log) {
        return workspace
                .map(name -> Wish.ofWorkspace(Action.RELEASE, workspace(name), Arguments.none()))
                .orElseGet(() -> Wish.ofFleet(Action.RELEASE));
    }
}
