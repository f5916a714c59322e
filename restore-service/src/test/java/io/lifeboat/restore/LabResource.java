package io.lifeboat.restore;

import io.lifeboat.lab.kafka.EmbeddedKafka;
import io.lifeboat.lab.kafka.KafkaSettings;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A broker for the service under test. */
public final class LabResource implements QuarkusTestResourceLifecycleManager {
    private EmbeddedKafka kafka;

    @Override
    public Map<String, String> start() {
        try {
            Path directory = Files.createTempDirectory(Path.of("target"), "lab-");
            kafka = EmbeddedKafka.start(
                    new KafkaSettings(directory.resolve("kafka").toAbsolutePath(), 0));
            Path file = directory.resolve("workspaces.yaml");
            Files.writeString(file, """
                    vantages:
                      - {id: north, controls: ["tcp://192.0.2.1:53"]}
                    workspaces:
                      - id: shop
                        address: http://127.0.0.1:8080
                        traffic: {switch: edge, admin: "http://127.0.0.1:8081"}
                        sites:
                          - {id: blue, value: "127.0.0.1:6333", nodes: ["http://127.0.0.1:6333"]}
                          - {id: green, value: "127.0.0.1:6343", nodes: ["http://127.0.0.1:6343"]}
                    """);
            return Map.of(
                    "lifeboat.workspaces",
                    file.toString(),
                    "lifeboat.kafka.bootstrap",
                    kafka.bootstrap(),
                    "lifeboat.kafka.replication",
                    "1",
                    "lifeboat.kafka.min-in-sync",
                    "1");
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
