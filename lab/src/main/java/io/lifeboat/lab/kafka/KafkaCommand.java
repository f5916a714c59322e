package io.lifeboat.lab.kafka;

import io.lifeboat.lab.process.LifelineOption;
import io.lifeboat.lab.process.PartRunner;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the broker. */
@Command(
        name = "kafka",
        mixinStandardHelpOptions = true,
        description = "One Kafka broker on loopback, its data on disk.")
final class KafkaCommand implements Callable<Integer> {

    /** Held, as java.util.logging forgets loggers that nobody holds, and their levels with them. */
    private static final Logger ROOT = Logger.getLogger("");

    @Option(names = "--data", required = true, description = "Directory of the log; kept over restarts.")
    private Path data = Path.of("");

    @Option(names = "--port", description = "Port of the broker; 0 takes a free one.")
    private int port;

    @Option(names = "--verbose", description = "Log what the broker does.")
    private boolean verbose;

    @Mixin
    private LifelineOption lifeline = new LifelineOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (!verbose) {
            ROOT.setLevel(Level.WARNING);
        }
        return PartRunner.run(EmbeddedKafka.start(settings()), lifeline);
    }

    private KafkaSettings settings() {
        try {
            return new KafkaSettings(data, port);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), e.getMessage(), e);
        }
    }
}
