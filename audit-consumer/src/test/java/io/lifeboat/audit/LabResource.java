package io.lifeboat.audit;

import io.lifeboat.events.topic.Topics;
import io.lifeboat.lab.kafka.EmbeddedKafka;
import io.lifeboat.lab.kafka.KafkaSettings;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** A broker with the incident log, and a folder for the audit. */
public final class LabResource implements QuarkusTestResourceLifecycleManager {
    static final String GROUP = "lifeboat-audit";

    private static volatile String bootstrap = "";
    private static volatile Path audit = Path.of("");

    private EmbeddedKafka kafka;

    static String bootstrap() {
        return bootstrap;
    }

    static Path audit() {
        return audit;
    }

    @Override
    public Map<String, String> start() {
        try {
            Path directory = Files.createTempDirectory(Path.of("target"), "lab-");
            kafka = EmbeddedKafka.start(
                    new KafkaSettings(directory.resolve("kafka").toAbsolutePath(), 0));
            bootstrap = kafka.bootstrap();
            audit = directory.resolve("audit");
            createLog();
            Producing.send(Story.begin());
            anEarlierProcessGotAsFarAs(Story.begin().size());
            return Map.of("lifeboat.kafka.bootstrap", bootstrap, "lifeboat.audit.directory", audit.toString());
        } catch (Exception e) {
            throw new IllegalStateException("no lab: " + e.getMessage(), e);
        }
    }

    private static void createLog() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            NewTopic log = new NewTopic(Topics.INCIDENTS, Topics.INCIDENT_PARTITIONS, (short) 1)
                    .configs(Topics.settingsOfAll());
            admin.createTopics(List.of(log)).all().get(30, TimeUnit.SECONDS);
        }
    }

    /** As after a restart: the group has a position, and this process knows nothing of what is before it. */
    private static void anEarlierProcessGotAsFarAs(long offset) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.alterConsumerGroupOffsets(
                            GROUP,
                            Map.of(
                                    new TopicPartition(Topics.INCIDENTS, Producing.PARTITION),
                                    new OffsetAndMetadata(offset)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
    }

    @Override
    public void stop() {
        if (kafka != null) {
            kafka.close();
        }
    }
}
