package io.lifeboat.cli.lab;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Ends a lab; its data stays. */
@Command(name = "down", description = "End the lab; its data stays.", mixinStandardHelpOptions = true)
final class LabDownCommand implements Callable<Integer> {
    @Mixin
    private LabOptions lab = new LabOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<RunningLab> running = RunningLab.find(lab.layout());
        if (running.isEmpty()) {
            spec.commandLine()
                    .getOut()
                    .printf("no lab runs in %s%n", lab.layout().folder());
            return 0;
        }
        try (RunningLab found = running.get()) {
            found.end();
        }
        spec.commandLine()
                .getOut()
                .printf("the lab in %s has ended%n", lab.layout().folder());
        return 0;
    }
}
