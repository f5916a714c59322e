package io.lifeboat.cli.command;

import io.lifeboat.events.command.Action;
import picocli.CommandLine.Command;

/** Ends a step that has not ended. */
@Command(
        name = "skip",
        description = "Skip a step; one that moves traffic is sealed first.",
        mixinStandardHelpOptions = true)
final class SkipCommand extends OnStep {
    @Override
    Action action() {
        return Action.SKIP;
    }

    @Override
    boolean signsHash() {
        return false;
    }
}
