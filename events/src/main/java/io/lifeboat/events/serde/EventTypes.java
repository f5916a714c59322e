package io.lifeboat.events.serde;

import io.lifeboat.events.Event;
import io.lifeboat.events.EventName;
import io.lifeboat.events.command.CommandEvent;
import io.lifeboat.events.fleet.FleetEvent;
import io.lifeboat.events.health.HealthEvent;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.incident.IncidentEvent;
import io.lifeboat.events.member.MemberEvent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which record stands for which CloudEvents type. Read from the sealed families: a new event cannot be forgotten. */
public final class EventTypes {
    private static final Map<String, Class<? extends Event>> BY_NAME;

    static {
        Map<String, Class<? extends Event>> sorted = new TreeMap<>();
        Stream.of(IncidentEvent.class, FleetEvent.class, HealthEvent.class, CommandEvent.class, MemberEvent.class)
                .flatMap(EventTypes::records)
                .forEach(type -> sorted.put(nameOf(type), type));
        BY_NAME = new LinkedHashMap<>(sorted); // in alphabetical order, and found by hash
    }

    private EventTypes() {}

    private static Stream<Class<? extends Event>> records(Class<?> family) {
        return family.isSealed()
                ? Stream.of(family.getPermittedSubclasses()).flatMap(EventTypes::records)
                : Stream.of(family.asSubclass(Event.class));
    }

    public static Optional<Class<? extends Event>> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The CloudEvents type of a record, with its version. */
    public static String nameOf(Class<? extends Event> type) {
        return type.getAnnotation(EventName.class).value();
    }

    public static Set<Service> writersOf(Class<? extends Event> type) {
        return Set.copyOf(List.of(type.getAnnotation(EventName.class).writers()));
    }

    public static Collection<Class<? extends Event>> all() {
        return List.copyOf(BY_NAME.values());
    }
}
