package io.lifeboat.saga.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.serde.Wire;
import io.lifeboat.events.topic.Topics;
import io.lifeboat.lab.kafka.EmbeddedKafka;
import io.lifeboat.saga.Decision;
import io.lifeboat.saga.core.Listener;
import io.lifeboat.saga.core.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A topic that has fewer records than were read from it, on a real broker. */
@Timeout(300)
class TailLostTest {
    private static final long SECONDS = 90;

    @TempDir
    Path data;

    @Test
    void shouldTellTheServiceWhenRecordsAreGoneThatItHasRead() throws Exception {
        CountDownLatch read = new CountDownLatch(3);
        CountDownLatch lost = new CountDownLatch(1);
        try (EmbeddedKafka kafka = EmbeddedKafka.start(new io.lifeboat.lab.kafka.KafkaSettings(data, 0));
                KafkaParticipant participant = participant(kafka.bootstrap(), read, lost)) {
            participant.start();
            awaitReady(participant);
            for (int i = 0; i < 3; i++) {
                Wire wire = new Wire(null, Map.of(), new byte[] {'?'});
                participant.publisher().append(Topics.COMMANDS, 0, wire, acknowledged -> {});
            }
            assertThat(read.await(SECONDS, TimeUnit.SECONDS)).as("read").isTrue();
            assertThat(lost.getCount()).as("nothing is lost yet").isOne();

            makeAnew(kafka.bootstrap(), Topics.COMMANDS);

            assertThat(lost.await(SECONDS, TimeUnit.SECONDS)).as("told").isTrue();
        }
    }

    private static void awaitReady(KafkaParticipant participant) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!participant.isReady()) {
            assertThat(System.nanoTime()).as("not ready").isLessThan(end);
            Thread.sleep(20);
        }
    }

    private static void makeAnew(String bootstrap, String topic) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.deleteTopics(List.of(topic)).all().get(SECONDS, TimeUnit.SECONDS);
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get(SECONDS, TimeUnit.SECONDS);
        }
    }

    private static KafkaParticipant participant(String bootstrap, CountDownLatch read, CountDownLatch lost) {
        return new KafkaParticipant(
                Settings.of(Service.DETECTOR, new ProcessId(UUID.randomUUID()), "north"),
                KafkaSettings.lab(bootstrap),
                List.of(),
                List.of(),
                running -> (workspace, fleet, now) -> new Decision.Wait(null, "watches"),
                Listener.NONE,
                new KafkaParticipant.Extra() {
                    @Override
                    public List<LogReader.Source> sources() {
                        return List.of(LogReader.Source.whole(Topics.COMMANDS));
                    }

                    @Override
                    public void unreadable(ConsumerRecord<byte[], byte[]> raw, String reason) {
                        read.countDown();
                    }

                    @Override
                    public void tailLost() {
                        lost.countDown();
                    }
                });
    }
}
