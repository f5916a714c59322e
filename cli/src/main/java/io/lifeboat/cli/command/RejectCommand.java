package io.lifeboat.cli.command;

import io.lifeboat.events.command.Action;
import picocli.CommandLine.Command;

/** Keeps a step from running. */
@Command(name = "reject", description = "Reject a step: it shall not run.", mixinStandardHelpOptions = true)
final class RejectCommand extends OnStep {
    @Override
    Action action() {
        return Action.REJECT;
    }

    @Override
    boolean signsHash() {
        return true;
    }
}
