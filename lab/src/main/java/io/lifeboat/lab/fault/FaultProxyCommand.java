package io.lifeboat.lab.fault;

import io.lifeboat.lab.edge.Target;
import io.lifeboat.lab.process.LifelineOption;
import io.lifeboat.lab.process.PartRunner;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the fault proxy. */
@Command(
        name = "proxy",
        mixinStandardHelpOptions = true,
        description = "A TCP proxy in front of any server that refuses, swallows, delays, cuts, or fails searches.")
final class FaultProxyCommand implements Callable<Integer> {

    @Option(names = "--target", required = true, description = "The real server, host:port.")
    private String target = "";

    @Option(names = "--port", description = "Port clients connect to; 0 takes a free one.")
    private int port;

    @Option(names = "--admin-port", description = "Port of the admin calls; 0 takes a free one.")
    private int adminPort;

    @Mixin
    private LifelineOption lifeline = new LifelineOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        return PartRunner.run(FaultProxy.start(config()), lifeline);
    }

    private FaultProxyConfig config() {
        try {
            return new FaultProxyConfig(Target.parse(target), port, adminPort);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), e.getMessage(), e);
        }
    }
}
