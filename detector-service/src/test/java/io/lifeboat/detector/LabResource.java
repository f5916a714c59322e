package io.lifeboat.detector;

import io.lifeboat.lab.kafka.EmbeddedKafka;
import io.lifeboat.lab.kafka.KafkaSettings;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A broker for the service under test, and something to protect that is not there. */
public final class LabResource implements QuarkusTestResourceLifecycleManager {
    static final String TOKEN = "letmein";
    static final String IDLE_MILLIS = "123456";

    private static volatile String bootstrap = "";

    private EmbeddedKafka kafka;

    static String bootstrap() {
        return bootstrap;
    }

    @Override
    public Map<String, String> start() {
        try {
            Path directory = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "lab-");
            kafka = EmbeddedKafka.start(new KafkaSettings(directory.resolve("kafka"), 0));
            bootstrap = kafka.bootstrap();
            Files.writeString(directory.resolve("token"), TOKEN);
            Files.writeString(directory.resolve("workspaces.yaml"), """
                    vantages: [north]
                    workspaces:
                      - id: shop
                        address: http://127.0.0.1:9
                        traffic: {switch: edge, admin: "http://127.0.0.1:9"}
                        sites:
                          - {id: blue, value: "127.0.0.1:6333", nodes: ["http://127.0.0.1:1"]}
                          - {id: green, value: "127.0.0.1:6343", nodes: ["http://127.0.0.1:2"]}
                    """);
            return Map.of(
                    "lifeboat.workspaces",
                    directory.resolve("workspaces.yaml").toString(),
                    "lifeboat.instance",
                    "north",
                    "lifeboat.webhook.token",
                    "file:" + directory.resolve("token"),
                    "lifeboat.kafka.bootstrap",
                    bootstrap,
                    "lifeboat.kafka.replication",
                    "1",
                    "lifeboat.kafka.min-in-sync",
                    "1",
                    "lifeboat.kafka.client.\"connections.max.idle.ms\"",
                    IDLE_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (kafka != null) {
            kafka.close();
        }
    }
}
