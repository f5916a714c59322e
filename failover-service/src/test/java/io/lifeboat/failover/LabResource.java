package io.lifeboat.failover;

import io.lifeboat.lab.edge.Edge;
import io.lifeboat.lab.edge.EdgeConfig;
import io.lifeboat.lab.edge.Target;
import io.lifeboat.lab.kafka.EmbeddedKafka;
import io.lifeboat.lab.kafka.KafkaSettings;
import io.lifeboat.lab.qdrant.QdrantStandIn;
import io.lifeboat.lab.qdrant.StandInConfig;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A broker and an edge for the service under test. */
public final class LabResource implements QuarkusTestResourceLifecycleManager {
    static final String BLUE = "127.0.0.1:6333";
    static final String GREEN = "127.0.0.1:6343";

    private static volatile String bootstrap = "";

    private EmbeddedKafka kafka;
    private QdrantStandIn green;
    private Edge edge;

    static String bootstrap() {
        return bootstrap;
    }

    @Override
    public Map<String, String> start() {
        try {
            Path directory = Files.createTempDirectory(Path.of("target"), "lab-");
            kafka = EmbeddedKafka.start(
                    new KafkaSettings(directory.resolve("kafka").toAbsolutePath(), 0));
            edge = Edge.start(EdgeConfig.of(directory.resolve("edge"), Target.parse(BLUE)));
            green = QdrantStandIn.start(StandInConfig.in(directory.resolve("green")));
            Configs.shop(
                    directory,
                    "{switch: edge, admin: \"http://127.0.0.1:%d\"}".formatted(edge.adminPort()),
                    "nodes: [\"http://127.0.0.1:6333\"]",
                    "nodes: [\"%s\"]".formatted(green.url()),
                    "");
            bootstrap = kafka.bootstrap();
            return Map.of(
                    "lifeboat.workspaces",
                    directory.resolve("workspaces.yaml").toString(),
                    "lifeboat.kafka.bootstrap",
                    bootstrap,
                    "lifeboat.kafka.replication",
                    "1",
                    "lifeboat.kafka.min-in-sync",
                    "1",
                    "lifeboat.standby.first-look",
                    "200ms");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the lab started", e);
        }
    }

    @Override
    public void stop() {
        if (green != null) {
            try {
                green.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (edge != null) {
            edge.close();
        }
        if (kafka != null) {
            kafka.close();
        }
    }
}
