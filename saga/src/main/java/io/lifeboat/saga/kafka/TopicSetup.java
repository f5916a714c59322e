package io.lifeboat.saga.kafka;

import io.lifeboat.events.topic.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that are missing, each explicitly, with the settings that the log's promises rest on. */
public final class TopicSetup {
    private final KafkaSettings settings;

    public TopicSetup(KafkaSettings settings) {
        this.settings = settings;
    }

    /**
     * Makes sure that all topics are there.
     *
     * @throws IllegalStateException naming the topic, if one is missing and may not or cannot be created
     */
    public void ensure() throws InterruptedException {
        Properties properties = settings.common("lifeboat-topics");
        properties.put("default.api.timeout.ms", "20000");
        try (Admin admin = Admin.create(properties)) {
            var present = get(admin.listTopics().names(), "listing topics");
            List<Topics.Spec> missing = Topics.all().stream()
                    .filter(spec -> !present.contains(spec.name()))
                    .toList();
            if (!missing.isEmpty() && !settings.createTopics()) {
                throw new IllegalStateException("topics are missing: "
                        + missing.stream().map(Topics.Spec::name).toList() + ", and kafka.create-topics is false");
            }
            for (Topics.Spec spec : missing) {
                create(admin, spec);
            }
        }
    }

    private void create(Admin admin, Topics.Spec spec) throws InterruptedException {
        Map<String, String> all = new HashMap<>(Topics.settingsOfAll());
        all.putAll(spec.settings());
        all.put("min.insync.replicas", Integer.toString(settings.minInSync()));
        NewTopic topic = new NewTopic(spec.name(), spec.partitions(), (short) settings.replication()).configs(all);
        try {
            get(admin.createTopics(List.of(topic)).all(), "creating " + spec.name());
        } catch (IllegalStateException e) {
            if (!(e.getCause() instanceof TopicExistsException)) { // another service was faster
                throw e;
            }
        }
    }

    private static <T> T get(org.apache.kafka.common.KafkaFuture<T> future, String what) throws InterruptedException {
        try {
            return future.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(what + ": " + e.getCause().getMessage(), e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException(what + ": no answer in 30 s", e);
        }
    }
}
