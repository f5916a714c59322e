package io.lifeboat.events.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.events.Event;
import io.lifeboat.events.fleet.BrakeSet;
import io.lifeboat.events.fleet.IncidentNumbered;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.EpochObserved;
import io.lifeboat.events.incident.LogPinned;
import io.lifeboat.events.incident.MaintenanceSet;
import io.lifeboat.events.incident.Objective;
import io.lifeboat.events.incident.OwnerMarked;
import io.lifeboat.events.incident.TrafficObserved;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No event can be made whose fields a fold could stumble over. */
class EventFieldsTest {
    private static final WorkspaceId SHOP = new WorkspaceId("shop");

    static Stream<Arguments> requiredFields() {
        return Samples.all().stream()
                .flatMap(event -> IntStream.range(0, event.getClass().getRecordComponents().length)
                        .filter(index -> isRequired(event.getClass().getRecordComponents()[index]))
                        .mapToObj(index -> Arguments.of(event, index)));
    }

    private static boolean isRequired(RecordComponent part) {
        return !part.getType().isPrimitive() && !part.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    @ParameterizedTest
    @MethodSource("requiredFields")
    void shouldRefuseAnEventWhenAFieldIsMissing(Event event, int missing) throws ReflectiveOperationException {
        RecordComponent[] parts = event.getClass().getRecordComponents();
        Object[] values = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            values[i] = i == missing ? null : parts[i].getAccessor().invoke(event);
        }
        Constructor<?> constructor = event.getClass()
                .getDeclaredConstructor(
                        Stream.of(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));

        assertThatThrownBy(() -> constructor.newInstance(values))
                .cause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(parts[missing].getName() + ": expected a value, got nothing");
    }

    @Test
    void shouldRefuseCountersThatCouldOverflow() {
        long most = (1L << 53) - 1;
        ProcessId process = new ProcessId(new UUID(1, 1));

        assertThat(new EpochObserved(SHOP, most).epoch()).isEqualTo(most);
        assertThatThrownBy(() -> new EpochObserved(SHOP, most + 1))
                .hasMessage("epoch: expected 0 to 9007199254740991, got 9007199254740992");
        assertThatThrownBy(() -> new TrafficObserved(SHOP, new SiteId("blue"), -1))
                .hasMessage("epoch: expected 0 to 9007199254740991, got -1");
        assertThatThrownBy(() -> new OwnerMarked(Service.FAILOVER, process, 0))
                .hasMessage("term: expected 1 to 9007199254740991, got 0");
    }

    @Test
    void shouldRefuseNumbersThatAreNoIncidentNumber() {
        LocalDate day = LocalDate.of(2026, 3, 1);

        assertThatThrownBy(() -> new IncidentNumbered(SHOP, 1, day, 0, false))
                .hasMessage("number: expected 1 to 999999, got 0");
        assertThatThrownBy(() -> new IncidentNumbered(SHOP, 1, day, 1_000_000, false))
                .hasMessage("number: expected 1 to 999999, got 1000000");
        assertThatThrownBy(() -> new IncidentNumbered(SHOP, 1, LocalDate.MAX, 1, false))
                .hasMessageStartingWith("day: expected a year of 1970 to 9999, got ");
    }

    @Test
    void shouldRefuseWhatCannotBe() {
        Instant at = Instant.EPOCH;
        Duration minute = Duration.ofMinutes(1);

        assertThatThrownBy(() -> new LogPinned(0, LogPinned.MURMUR2))
                .hasMessage("partitions: expected 1 or more, got 0");
        assertThatThrownBy(() -> new BrakeSet(-1, minute)).hasMessage("brake.most: expected 0 or more, got -1");
        assertThatThrownBy(() -> new BrakeSet(1, Duration.ZERO))
                .hasMessage("brake.window: expected more than zero, got PT0S");
        assertThatThrownBy(() -> new MaintenanceSet(SHOP, at, at, 0, "x", null))
                .hasMessageStartingWith("maintenance: expected an end after its beginning");
        assertThatThrownBy(() -> new Objective(minute, minute.minusNanos(1), minute, minute))
                .hasMessageStartingWith("rto: expected a target of zero or more and a maximum not below it");
    }
}
