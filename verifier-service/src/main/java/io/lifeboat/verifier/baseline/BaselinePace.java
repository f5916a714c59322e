package io.lifeboat.verifier.baseline;

import io.lifeboat.events.incident.BaselineRecorded;
import io.lifeboat.events.incident.CollectionBaseline;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When a baseline is taken: when there is none of the active site, when the last one is old, and when content has changed
 * since, though never in quick succession, as the log keeps each for ever.
 *
 * @param every a baseline is old after this
 * @param atMost least time between two baselines of one site
 */
public record BaselinePace(Duration every, Duration atMost) {

    public BaselinePace {
        if (atMost.isNegative() || every.compareTo(atMost) < 0) {
            throw new IllegalArgumentException(
                    "every: expected at least atMost, which is zero or more, got %s and %s".formatted(every, atMost));
        }
    }

    /**
     * Why one is due, if so.
     *
     * @param wanted the collections that it would have
     * @param quiet those of them that nobody is writing to
     */
    Optional<String> due(
            @Nullable BaselineRecorded last, Look look, Set<String> wanted, Set<String> quiet, Instant now) {
        if (last == null) {
            return Optional.of("there is none");
        }
        if (!last.site().equals(look.active())) {
            return Optional.of("the last one is of " + last.site());
        }
        Duration age = Duration.between(last.takenAt(), now);
        if (age.compareTo(every) >= 0) {
            return Optional.of("the last one is of " + last.takenAt());
        }
        return age.compareTo(atMost) < 0 ? Optional.empty() : change(last, look, wanted, quiet);
    }

    private static Optional<String> change(BaselineRecorded last, Look look, Set<String> wanted, Set<String> quiet) {
        Set<String> recorded =
                last.collections().stream().map(CollectionBaseline::name).collect(Collectors.toSet());
        if (!recorded.equals(wanted)) {
            return Optional.of("the collections are others");
        }
        return last.collections().stream()
                .filter(collection -> quiet.contains(collection.name()) && isNews(collection, look))
                .findFirst()
                .map(collection -> collection.name() + " was written to and is quiet again");
    }

    private static boolean isNews(CollectionBaseline recorded, Look look) {
        return recorded.writeMark() == null
                || !look.of(recorded.name())
                        .map(now -> now.sameAs(WriteMarks.parse(recorded.writeMark())))
                        .orElse(true);
    }
}
