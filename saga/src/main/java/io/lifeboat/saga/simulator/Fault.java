package io.lifeboat.saga.simulator;

import java.util.Locale;

/** What the simulated world does to the participants. */
enum Fault {
    CRASH,
    RESTART,
    PAUSE,
    PAUSE_IN_ACTION,
    LATE_APPEND,
    LOST_APPEND,
    LOST_ACKNOWLEDGEMENT,
    DUPLICATED_APPEND,
    APPEND_AFTER_DEATH,
    LATE_REQUEST,
    LOST_REQUEST,
    LOST_ANSWER,
    REQUEST_AFTER_DEATH,
    SLOW_READER,
    TRUNCATED_TAIL,
    FOREIGN_EPOCH,
    CLOCK_SKEW,
    REPEATED_COMMAND,
    STALE_COMMAND,
    FLAPPING,
    FAILED_ACTION;

    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
