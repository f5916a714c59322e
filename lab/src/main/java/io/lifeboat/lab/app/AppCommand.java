package io.lifeboat.lab.app;

import io.lifeboat.lab.process.LifelineOption;
import io.lifeboat.lab.process.PartRunner;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the sample application. */
@Command(
        name = "app",
        mixinStandardHelpOptions = true,
        description =
                "An application that reads and writes through the public address and counts what its users suffer.")
final class AppCommand implements Callable<Integer> {

    @Option(names = "--url", required = true, description = "The workspace's public address, http://host:port.")
    private URI url = URI.create("");

    @Option(names = "--port", description = "Port of the application; 0 takes a free one.")
    private int port;

    @Option(names = "--rate", description = "Reads a second; ${DEFAULT-VALUE}.")
    private double reads = 50;

    @Option(names = "--write-rate", description = "Writes a second; ${DEFAULT-VALUE}.")
    private double writes = 10;

    @Option(names = "--timeout-millis", description = "Of each request; ${DEFAULT-VALUE}.")
    private long timeoutMillis = 1_000;

    @Option(names = "--points", description = "Seeded points of the collection docs; ${DEFAULT-VALUE}.")
    private int points = Dataset.standard().points();

    @Option(names = "--archive-points", description = "Points of the collection archive; ${DEFAULT-VALUE}.")
    private int archivePoints = Dataset.standard().archivePoints();

    @Option(names = "--seed", description = "Of the seeded points; ${DEFAULT-VALUE}.")
    private long seed = Dataset.standard().seed();

    @Option(names = "--seed-within-millis", description = "How long to try; ${DEFAULT-VALUE}.")
    private long seedWithinMillis = 60_000;

    @Option(names = "--seed-only", description = "Put the collections in place and end.")
    private boolean seedOnly;

    @Mixin
    private LifelineOption lifeline = new LifelineOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        AppConfig config = config();
        if (seedOnly) {
            SampleApp.seed(config);
            System.out.println("{\"seeded\":true}");
            return 0;
        }
        return PartRunner.run(SampleApp.start(config), lifeline);
    }

    private AppConfig config() {
        try {
            return new AppConfig(
                    url,
                    port,
                    reads,
                    writes,
                    Duration.ofMillis(timeoutMillis),
                    new Dataset(points, archivePoints, seed),
                    Duration.ofMillis(seedWithinMillis));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), e.getMessage(), e);
        }
    }
}
