package io.lifeboat.workspaces.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What of a workspace is kept, where, and for how long.
 *
 * @param store where backups are kept
 * @param sources what is backed up, each by itself; the workspace's Qdrant unless said otherwise
 * @param keep which ones are kept when they grow old
 * @param encryption where the key is with which they are encrypted; null: they are not
 * @param provenWithin the newest proven backup may be this old until that is a risk; a day unless said otherwise
 * @param scratch the server in which backups are proven; null: nobody proves them
 * @param status where restore-service answers about them, for the detector and for people; null: nobody asks it
 * @param token that restore-service wants from those who ask; null: it answers nobody
 */
public record Backups(
        BackupPlace store,
        List<BackupSource> sources,
        Keep keep,
        @Nullable SecretRef encryption,
        Duration provenWithin,
        @Nullable BackupPlace scratch,
        @Nullable URI status,
        @Nullable SecretRef token) {
    /** What {@link #provenWithin} is unless said otherwise. */
    public static final Duration PROVEN_WITHIN = Duration.ofDays(1);

    public Backups {
        Objects.requireNonNull(store, "backups.store");
        sources = List.copyOf(sources);
        if (sources.isEmpty()) {
            throw new BadValue("sources", "nothing", "at least one");
        }
        Objects.requireNonNull(keep, "backups.keep");
        Checks.positive("provenWithin", provenWithin);
    }

    public Optional<BackupSource> source(String id) {
        return sources.stream().filter(source -> source.id().equals(id)).findFirst();
    }
}
