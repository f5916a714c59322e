package io.lifeboat.lab.supervisor;

import io.lifeboat.lab.process.LifelineOption;
import io.lifeboat.lab.process.PartRunner;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the supervisor. */
@Command(
        name = "supervisor",
        mixinStandardHelpOptions = true,
        description = "Starts the lab's processes, restarts the dead, fences those told to.")
final class SupervisorCommand implements Callable<Integer> {

    @Option(names = "--dir", required = true, description = "Directory of state and logs.")
    private Path directory = Path.of("");

    @Option(names = "--processes", required = true, description = "JSON file that describes the processes.")
    private Path processes = Path.of("");

    @Option(names = "--port", description = "Port of the admin calls; 0 takes a free one.")
    private int port;

    @Mixin
    private LifelineOption lifeline = new LifelineOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Supervisor supervisor = start();
        Future<?> unused =
                supervisor.shutdownRequested().thenAcceptAsync(asked -> System.exit(0), Thread.ofPlatform()::start);
        return PartRunner.run(supervisor, lifeline);
    }

    private Supervisor start() throws Exception {
        try {
            return Supervisor.start(new SupervisorConfig(directory, processes, port));
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), e.getMessage(), e);
        }
    }
}
