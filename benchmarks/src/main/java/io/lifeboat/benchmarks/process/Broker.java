package io.lifeboat.benchmarks.process;

import io.lifeboat.lab.kafka.EmbeddedKafka;
import io.lifeboat.lab.process.JavaCommand;
import io.lifeboat.lab.process.JavaProcess;
import io.lifeboat.saga.kafka.KafkaSettings;
import io.lifeboat.saga.kafka.TopicSetup;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** A broker of its own for one benchmark, in a process that dies with this one, with Lifeboat's topics made. */
public final class Broker implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    /** Both compilers, unlike the lab's: it serves ours and the peer alike, and must not be what is measured. */
    private static final List<String> OPTIONS = List.of("-Xmx512m", "-XX:+UseSerialGC", "-Xshare:auto");

    private final Scratch scratch;
    private final JavaProcess process;

    private Broker(Scratch scratch, JavaProcess process) {
        this.scratch = scratch;
        this.process = process;
    }

    /** @throws IllegalStateException with the broker's output, if it is not ready within a minute */
    public static Broker start() throws IOException, InterruptedException {
        Scratch scratch = Scratch.create();
        try {
            JavaCommand command = JavaCommand.of(
                            EmbeddedKafka.class,
                            "--data",
                            scratch.resolve("kafka").toString(),
                            "--lifeline")
                    .withOptions(OPTIONS);
            Broker broker = new Broker(scratch, JavaProcess.start(command, READY_WITHIN));
            new TopicSetup(broker.settings()).ensure();
            return broker;
        } catch (IOException | RuntimeException | InterruptedException e) {
            scratch.close();
            throw e;
        }
    }

    public KafkaSettings settings() {
        return KafkaSettings.lab(bootstrap());
    }

    public String bootstrap() {
        return process.ready().path("bootstrap").asText();
    }

    @Override
    public void close() {
        process.close();
        scratch.close();
    }
}
