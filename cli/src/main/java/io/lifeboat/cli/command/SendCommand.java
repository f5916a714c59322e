package io.lifeboat.cli.command;

import io.lifeboat.cli.log.LogOptions;
import io.lifeboat.events.command.SignedCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends what was signed elsewhere, or before: a command is obeyed once, and soon. */
@Command(name = "send", description = "Send a signed command from a file.", mixinStandardHelpOptions = true)
final class SendCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", description = "As --save wrote it.")
    private Path file = Path.of("");

    @Mixin
    private LogOptions log = new LogOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        SignedCommand signed = SignedFile.read(file);
        try (CommandDispatch dispatch = new CommandDispatch(log.kafka())) {
            return Commanding.tell(dispatch.send(signed), spec.commandLine().getOut());
        }
    }
}
