package io.lifeboat.lab.kafka;

import io.lifeboat.lab.process.Part;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;
import picocli.CommandLine;

/** A Kafka broker of one node on loopback. Makes no topics: whoever writes one declares it first. */
public final class EmbeddedKafka implements Part {

    private final KafkaSettings settings;
    private final KafkaRaftServer server;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedKafka(KafkaSettings settings, KafkaRaftServer server) {
        this.settings = settings;
        this.server = server;
    }

    /**
     * Formats the directory where that was not done yet, and returns once the broker takes requests (2 to 4 s).
     *
     * @throws IOException if the directory cannot be used
     */
    public static EmbeddedKafka start(KafkaSettings asked) throws IOException {
        KafkaSettings settings = asked.withPort();
        format(settings);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings.properties(), false), Time.SYSTEM);
        server.startup();
        return new EmbeddedKafka(settings, server);
    }

    private static void format(KafkaSettings settings) throws IOException {
        Files.createDirectories(settings.data());
        if (Files.exists(settings.data().resolve("meta.properties"))) {
            return;
        }
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(KafkaSettings.NODE_ID)
                    .setDirectories(List.of(settings.data().toString()))
                    .setMetadataLogDirectory(settings.data().toString())
                    .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setControllerListenerName(KafkaSettings.CONTROLLER_LISTENER)
                    .setIgnoreFormatted(true)
                    .run();
        } catch (Exception e) {
            // The formatter declares no narrower type.
            throw new IOException("data: expected a directory that can be formatted, was " + settings.data(), e);
        }
    }

    /** What clients connect to: {@code 127.0.0.1:port}. */
    public String bootstrap() {
        return settings.bootstrap();
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public Map<String, Object> ready() {
        Map<String, Object> ready = new LinkedHashMap<>();
        ready.put("bootstrap", bootstrap());
        ready.put("port", settings.port());
        return ready;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            server.shutdown();
            server.awaitShutdown();
        }
    }

    public static void main(String[] args) {
        System.exit(new CommandLine(new KafkaCommand()).execute(args));
    }
}
