package io.lifeboat.events.fold;

import java.time.Instant;

/** From one time to another, the end excluded. */
public record Window(Instant from, Instant until) {

    public boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
