package io.lifeboat.detector.incident.decide;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Several turns as one: the first that acts, else all waits together. */
final class Turns {
    private Turns() {}

    /** Lazy: duties after the one that acts are not asked. */
    static Turn first(Stream<Turn> turns) {
        Turn joined = Turn.NOTHING;
        for (Turn turn : (Iterable<Turn>) turns::iterator) {
            switch (turn) {
                case Turn.Act act -> {
                    return act;
                }
                case Turn.Idle idle -> joined = join((Turn.Idle) joined, idle);
            }
        }
        return joined;
    }

    private static Turn join(Turn.Idle one, Turn.Idle other) {
        String why = Stream.of(one.why(), other.why())
                .flatMap(Optional::stream)
                .distinct()
                .collect(Collectors.joining("; "));
        return new Turn.Idle(
                earlier(one.until(), other.until()), Optional.of(why).filter(text -> !text.isEmpty()));
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
