package io.lifeboat.detector.incident.health;

import io.lifeboat.events.health.VantageBeat;
import io.lifeboat.events.id.ProcessId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/**
 * Who speaks for a vantage, and whether it may vote. Immutable.
 *
 * @param process the process that speaks; another one that begins to speak replaces it for good
 * @param beat its last beat; absent until it has beaten
 * @param heard when that beat was heard
 * @param replaced processes that have no voice any more, though they may wake up and think so
 */
record Voice(ProcessId process, @Nullable VantageBeat beat, Heard heard, PSet<ProcessId> replaced) {
    /** A beat counts for this many of its own periods. */
    static final int FRESH_PERIODS = 3;

    /** A vantage cannot make itself fresh for longer by telling a longer period. */
    static final Duration LONGEST_PERIOD = Duration.ofSeconds(10);

    static Voice of(ProcessId process) {
        return new Voice(process, null, Heard.NEVER, HashTreePSet.empty());
    }

    boolean isReplaced(ProcessId other) {
        return replaced.contains(other);
    }

    Voice takenBy(ProcessId next) {
        return next.equals(process) ? this : new Voice(next, null, Heard.NEVER, replaced.plus(process));
    }

    Voice beats(VantageBeat next, Heard when) {
        return new Voice(process, next, when, replaced);
    }

    /** Why it has no vote, or nothing if it has one. */
    Optional<String> silence(Instant newestInLog, Instant now) {
        if (beat == null) {
            return Optional.of("it has not beaten since it started");
        }
        if (beat.leaving()) {
            return Optional.of("it has left");
        }
        Duration age = heard.age(newestInLog, now);
        if (age.compareTo(freshFor(beat.period())) > 0) {
            return Optional.of(
                    heard.receivedAt().equals(Instant.EPOCH)
                            ? "it has not beaten since this detector started"
                            : "its last beat is %d ms old".formatted(age.toMillis()));
        }
        return Optional.ofNullable(beat.abstains()).map(why -> "it abstains: " + why);
    }

    /** When its vote ends unless it beats again. */
    Optional<Instant> freshUntil() {
        return beat == null || beat.leaving()
                ? Optional.empty()
                : Optional.of(heard.receivedAt().plus(freshFor(beat.period())));
    }

    private static Duration freshFor(Duration period) {
        Duration bounded = period.compareTo(LONGEST_PERIOD) > 0 ? LONGEST_PERIOD : period;
        return bounded.multipliedBy(FRESH_PERIODS);
    }
}
