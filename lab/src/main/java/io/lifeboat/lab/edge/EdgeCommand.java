package io.lifeboat.lab.edge;

import io.lifeboat.lab.process.LifelineOption;
import io.lifeboat.lab.process.PartRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the edge. */
@Command(
        name = "edge",
        mixinStandardHelpOptions = true,
        description = "The workspace's public address: a reverse proxy whose target is moved by compare-and-set.")
final class EdgeCommand implements Callable<Integer> {

    @Option(names = "--data", required = true, description = "Directory of the traffic value and the journals.")
    private Path data = Path.of("");

    @Option(names = "--port", description = "Public port; 0 takes a free one.")
    private int port;

    @Option(names = "--admin-port", description = "Port of the admin calls; 0 takes a free one.")
    private int adminPort;

    @Option(names = "--target", description = "First target, host:port; what is stored in --data goes before it.")
    private @Nullable String target;

    @Option(names = "--mirror", description = "FROM=TO, each host:port: copy writes accepted by FROM to TO.")
    private @Nullable String mirror;

    @Option(names = "--timeout-millis", description = "Until the head of an answer; ${DEFAULT-VALUE}.")
    private long timeoutMillis = EdgeConfig.DEFAULT_TIMEOUT.toMillis();

    @Option(names = "--connect-timeout-millis", description = "To reach the target; ${DEFAULT-VALUE}.")
    private long connectTimeoutMillis = EdgeConfig.DEFAULT_CONNECT_TIMEOUT.toMillis();

    @Mixin
    private LifelineOption lifeline = new LifelineOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        return PartRunner.run(Edge.start(config()), lifeline);
    }

    private EdgeConfig config() {
        try {
            return new EdgeConfig(
                    data,
                    port,
                    adminPort,
                    Optional.ofNullable(target).map(Target::parse),
                    Optional.ofNullable(mirror).map(MirrorPair::parse),
                    Duration.ofMillis(timeoutMillis),
                    Duration.ofMillis(connectTimeoutMillis));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(java.util.Objects.requireNonNull(spec).commandLine(), e.getMessage(), e);
        }
    }
}
