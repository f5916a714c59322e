package io.lifeboat.failover.command;

/** A runner without a container. */
public final class CommandRunners {
    private CommandRunners() {}

    public static CommandRunner start() {
        return new CommandRunner();
    }
}
