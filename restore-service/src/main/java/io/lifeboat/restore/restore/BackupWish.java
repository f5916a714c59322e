package io.lifeboat.restore.restore;

import io.lifeboat.backup.BackupId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What backup is wanted.
 *
 * @param source {@code qdrant} or another one that holds collections
 * @param backup exactly this one
 * @param at the newest at or before this moment, proven or not: a person chose the time
 * @param before the newest proven one that was taken before this moment: for a breach
 * @param maxAge a newest proven one that is older is named as such; the RPO
 * @param collections that it must hold; empty for any
 * @param target the version of the server that will restore it; empty while it is not there
 */
public record BackupWish(
        String source,
        Optional<BackupId> backup,
        Optional<Instant> at,
        Optional<Instant> before,
        Optional<Duration> maxAge,
        List<String> collections,
        Optional<String> target) {
    public BackupWish {
        Objects.requireNonNull(source, "source");
        collections = List.copyOf(collections);
        long ways = java.util.stream.Stream.of(backup, at, before)
                .filter(Optional::isPresent)
                .count();
        if (ways > 1) {
            throw new IllegalArgumentException("expected one of backup, at and before, got " + ways);
        }
    }
}
