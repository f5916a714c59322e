package io.lifeboat.benchmarks.probes;

import io.lifeboat.lab.process.LifelineOption;
import io.lifeboat.lab.process.Part;
import io.lifeboat.lab.process.PartRunner;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command line of a process that asks targets on the ports of a file. */
@Command(name = "probe-side", mixinStandardHelpOptions = true)
final class PortsPart implements Callable<Integer> {

    /** Starts the part. */
    interface Starter {
        Part start(Path ports) throws Exception;
    }

    private final Starter starter;

    @Option(names = "--ports", required = true, description = "A file with one port a line.")
    private Path ports = Path.of("");

    @Mixin
    private LifelineOption lifeline = new LifelineOption();

    PortsPart(Starter starter) {
        this.starter = starter;
    }

    @Override
    public Integer call() throws Exception {
        return PartRunner.run(starter.start(ports), lifeline);
    }
}
