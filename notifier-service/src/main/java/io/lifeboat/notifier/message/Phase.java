package io.lifeboat.notifier.message;

import java.util.List;
import java.util.Locale;

/** When a notice is sent in the course of an incident. */
public enum Phase {
    FIRST,
    UPDATE,
    FINAL,
    ESCALATION;

    /** As plans write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such phase of a notice */
    public static Phase parse(String text) {
        List<Phase> ofNotices = List.of(FIRST, UPDATE, FINAL);
        return ofNotices.stream()
                .filter(phase -> phase.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("phase: expected one of %s, got '%s'"
                        .formatted(ofNotices.stream().map(Phase::text).toList(), text)));
    }
}
