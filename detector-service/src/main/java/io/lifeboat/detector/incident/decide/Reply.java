package io.lifeboat.detector.incident.decide;

import io.lifeboat.events.Event;

/** What becomes of a command. */
sealed interface Reply {

    record Obey(Event event, String why) implements Reply {}

    record Refuse(String reason) implements Reply {}

    static Reply refuse(String form, Object... arguments) {
        return new Refuse(form.formatted(arguments));
    }
}
