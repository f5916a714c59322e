package io.lifeboat.service.command;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Runs a program until it is killed: a service that dies in the middle of a step. */
final class Holder {
    private Holder() {}

    public static void main(String[] args) throws InterruptedException {
        try (CommandRunner runner = new CommandRunner()) {
            System.out.println(runner.run(List.of(args), "", Map.of(), Duration.ofMinutes(5)));
        }
    }
}
