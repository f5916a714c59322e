package io.lifeboat.system;

import io.lifeboat.cli.lab.LabShape;
import io.lifeboat.events.Event;
import io.lifeboat.events.health.TargetReported;
import io.lifeboat.events.health.TargetState;
import io.lifeboat.events.id.EventId;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.TargetId;
import io.lifeboat.events.id.VantageId;
import io.lifeboat.events.incident.EpochObserved;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.serde.Envelope;
import io.lifeboat.events.serde.EventCodec;
import io.lifeboat.events.serde.Wire;
import io.lifeboat.events.serde.Writer;
import io.lifeboat.events.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Ways in which a record can be bad. Each begins as one that would count, and would do harm. */
enum Poison {
    UNREADABLE("the value is no") {
        @Override
        Wire spoil(Wire good) {
            return new Wire(good.key(), good.headers(), bytes("{\"workspace\":"));
        }
    },
    WITHOUT_TYPE("header ce_type is missing") {
        @Override
        Wire spoil(Wire good) {
            Map<String, byte[]> headers = new HashMap<>(good.headers());
            headers.remove("ce_type");
            return new Wire(good.key(), headers, good.value());
        }
    },
    OF_2_MB("value has 2097152 bytes") {
        @Override
        Wire spoil(Wire good) {
            byte[] value = new byte[2 << 20];
            Arrays.fill(value, (byte) ' ');
            System.arraycopy(good.value(), 0, value, 0, good.value().length);
            return new Wire(good.key(), good.headers(), value);
        }
    },
    UNDER_ANOTHER_KEY("the key is 'other', expected '") {
        @Override
        Wire spoil(Wire good) {
            return new Wire(bytes("other"), good.headers(), good.value());
        }
    };

    /** No claim could follow this epoch for a long time. */
    static final long HARMFUL_EPOCH = 1_000_000;

    private final String reason;

    Poison(String reason) {
        this.reason = reason;
    }

    abstract Wire spoil(Wire good);

    /** What a dead letter says of it. */
    String reason() {
        return reason;
    }

    Wire of(String topic) {
        return spoil(EventCodec.encode(topic.equals(Topics.HEALTH) ? envelope(report()) : envelope(epoch())));
    }

    private static Envelope envelope(Event event) {
        Service service = event instanceof TargetReported ? Service.DETECTOR : Service.FAILOVER;
        return new Envelope(
                new EventId(UUID.randomUUID()),
                Writer.of(service, new ProcessId(UUID.randomUUID())),
                LabShape.WORKSPACE.value(),
                Instant.now(),
                null,
                null,
                event);
    }

    private static EpochObserved epoch() {
        return new EpochObserved(LabShape.WORKSPACE, HARMFUL_EPOCH);
    }

    private static TargetReported report() {
        return new TargetReported(
                new VantageId(LabShape.VANTAGES.getFirst()),
                new ProcessId(UUID.randomUUID()),
                LabShape.WORKSPACE,
                new TargetId("blue-1"),
                "poison",
                TargetState.DOWN,
                Instant.now(),
                "a record that nobody is to believe",
                Arguments.none());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
