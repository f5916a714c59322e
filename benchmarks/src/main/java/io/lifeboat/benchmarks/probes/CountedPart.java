package io.lifeboat.benchmarks.probes;

import io.lifeboat.lab.process.LifelineOption;
import io.lifeboat.lab.process.Part;
import io.lifeboat.lab.process.PartRunner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command line of a process that serves so many targets. */
@Command(name = "targets", mixinStandardHelpOptions = true)
final class CountedPart implements Callable<Integer> {

    /** Starts the part. */
    interface Starter {
        Part start(int targets) throws Exception;
    }

    private final Starter starter;

    @Option(names = "--targets", required = true, description = "How many.")
    private int targets;

    @Mixin
    private LifelineOption lifeline = new LifelineOption();

    CountedPart(Starter starter) {
        this.starter = starter;
    }

    @Override
    public Integer call() throws Exception {
        return PartRunner.run(starter.start(targets), lifeline);
    }
}
