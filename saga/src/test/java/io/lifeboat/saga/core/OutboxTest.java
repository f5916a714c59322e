package io.lifeboat.saga.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.id.EventId;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.EpochObserved;
import io.lifeboat.events.serde.Envelope;
import io.lifeboat.events.serde.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final WorkspaceId SHOP = new WorkspaceId("shop");

    private final FakePorts ports = new FakePorts();
    private final Outbox outbox = new Outbox(ports, Duration.ofSeconds(2));

    @Test
    void shouldSendTheSameEventAgainWhenItIsRefused() {
        Envelope event = event();

        outbox.publish("topic", OptionalInt.empty(), event, SHOP);
        ports.refuse(0);
        ports.advance(Duration.ofMillis(200));

        assertThat(ports.appended).containsExactly(event, event);
    }

    @Test
    void shouldSendAgainWhenNoAnswerComes() {
        outbox.publish("topic", OptionalInt.empty(), event(), SHOP);

        ports.advance(Duration.ofMillis(1_999));
        assertThat(ports.appended).hasSize(1);
        ports.advance(Duration.ofMillis(1));
        assertThat(ports.appended).hasSize(2);
    }

    @Test
    void shouldSendEachAgainInItsOwnTimeWhenNoAnswersCome() {
        Envelope first = event();
        Envelope second = event();

        outbox.publish("topic", OptionalInt.empty(), first, SHOP);
        ports.advance(Duration.ofMillis(500));
        outbox.publish("topic", OptionalInt.empty(), second, SHOP);
        ports.advance(Duration.ofMillis(1_999));
        assertThat(ports.appended).containsExactly(first, second, first);
        ports.advance(Duration.ofMillis(1));

        assertThat(ports.appended).containsExactly(first, second, first, second);
    }

    @Test
    void shouldSendAgainWhenItWasIdleInBetween() {
        Envelope first = event();
        outbox.publish("topic", OptionalInt.empty(), first, SHOP);
        outbox.readBack(first.id());
        ports.advance(Duration.ofSeconds(10));

        outbox.publish("topic", OptionalInt.empty(), event(), SHOP);
        ports.advance(Duration.ofSeconds(2));

        assertThat(ports.appended).hasSize(3);
    }

    @Test
    void shouldSendAgainInTimeWhenTheClockWasSetBack() {
        outbox.publish("topic", OptionalInt.empty(), event(), SHOP);

        ports.setBack(Duration.ofHours(1));
        ports.advance(Duration.ofSeconds(2));

        assertThat(ports.appended).hasSize(2);
    }

    @Test
    void shouldWaitForTheReadBackHoweverLongNothingIsRefused() {
        Envelope event = event();
        outbox.publish("topic", OptionalInt.empty(), event, SHOP);

        assertThat(outbox.isWaiting(SHOP)).isTrue();
        outbox.readBack(event.id());

        assertThat(outbox.isWaiting(SHOP)).isFalse();
        assertThat(outbox.isEmpty()).isTrue();
        ports.advance(Duration.ofSeconds(10));
        assertThat(ports.appended).hasSize(1);
    }

    @Test
    void shouldSendWhatIsUnreadAgainWhenTheLogMayHaveLostIt() {
        Envelope read = event();
        Envelope unread = event();
        outbox.publish("topic", OptionalInt.empty(), read, SHOP);
        outbox.publish("topic", OptionalInt.empty(), unread, SHOP);
        outbox.readBack(read.id());

        outbox.resendAll();

        assertThat(ports.appended).containsExactly(read, unread, unread);
    }

    private static Envelope event() {
        return new Envelope(
                new EventId(UUID.randomUUID()),
                Writer.of(Service.FAILOVER, new ProcessId(UUID.randomUUID())),
                "shop",
                Instant.EPOCH,
                null,
                null,
                new EpochObserved(SHOP, 1));
    }
}
