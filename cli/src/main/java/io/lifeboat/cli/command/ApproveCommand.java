package io.lifeboat.cli.command;

import io.lifeboat.events.command.Action;
import picocli.CommandLine.Command;

/** Lets a step run that waits for people, or run once more. */
@Command(name = "approve", description = "Approve a step, exactly as it stands now.", mixinStandardHelpOptions = true)
final class ApproveCommand extends OnStep {
    @Override
    Action action() {
        return Action.APPROVE;
    }

    @Override
    boolean signsHash() {
        return true;
    }
}
