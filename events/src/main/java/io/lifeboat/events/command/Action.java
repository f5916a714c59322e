package io.lifeboat.events.command;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What a command can ask for. */
public enum Action {
    OPEN,
    APPROVE,
    REJECT,
    SKIP,
    ABORT,
    ACKNOWLEDGE,
    HOLD,
    RELEASE,
    MAINTENANCE,
    CLOSE;

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such action */
    @JsonCreator
    public static Action of(String text) {
        return Arrays.stream(values())
                .filter(action -> action.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("action: expected one of %s, got '%s'"
                        .formatted(Arrays.stream(values()).map(Action::text).toList(), text)));
    }
}
