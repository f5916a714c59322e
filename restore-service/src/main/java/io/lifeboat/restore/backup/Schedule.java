package io.lifeboat.restore.backup;

import io.lifeboat.workspaces.config.BackupSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a source is to be backed up. Pure. */
final class Schedule {
    /** A share of the interval by which sources are spread, so that not all of a fleet begin at once. */
    private static final double SPREAD = 0.1;

    private Schedule() {}

    /** What to do now, and why. */
    sealed interface Decision {
        String why();

        record Begin(String why) implements Decision {}

        /** @param until when it is due */
        record Wait(Instant until, String why) implements Decision {}
    }

    /**
     * Decides from when the last one began.
     *
     * @param workspace and source decide the place within the spread: always the same one
     * @param newest when the newest kept one was taken
     * @param failed when the last try failed, if it did after that
     */
    static Decision decide(
            String workspace, BackupSource source, Optional<Instant> newest, Optional<Instant> failed, Instant now) {
        if (newest.isEmpty() && failed.isEmpty()) {
            return new Decision.Begin("%s was never backed up".formatted(source.id()));
        }
        Instant due = newest.map(taken -> taken.plus(source.every()).minus(spread(workspace, source)))
                .orElse(Instant.EPOCH);
        Instant again = failed.map(at -> at.plus(patience(source))).orElse(Instant.EPOCH);
        Instant until = due.isAfter(again) ? due : again;
        return now.isBefore(until)
                ? new Decision.Wait(until, "the next backup of %s is due at %s".formatted(source.id(), until))
                : new Decision.Begin("the next backup of %s was due at %s".formatted(source.id(), until));
    }

    /** Early, never late: the interval is an objective. */
    private static Duration spread(String workspace, BackupSource source) {
        int place = Math.floorMod((workspace + "/" + source.id()).hashCode(), 1000);
        return Duration.ofMillis((long) (source.every().toMillis() * SPREAD * place / 1000));
    }

    /** A failed one is tried again soon, but not at once: what failed is often still so. */
    private static Duration patience(BackupSource source) {
        Duration tenth = source.every().dividedBy(10);
        return tenth.compareTo(Duration.ofMinutes(1)) > 0 ? Duration.ofMinutes(1) : tenth;
    }
}
