package io.lifeboat.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** The services that own steps. A closed set: a step's events come only from its owning service. */
public enum Service {
    DETECTOR,
    FAILOVER,
    RESTORE,
    VERIFIER,
    NOTIFIER;

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such service */
    @JsonCreator
    public static Service of(String text) {
        return Arrays.stream(values())
                .filter(service -> service.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "service: expected one of detector, failover, restore, verifier, notifier, got '" + text
                                + "'"));
    }

    @Override
    public String toString() {
        return text();
    }
}
