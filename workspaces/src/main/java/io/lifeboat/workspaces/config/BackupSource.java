package io.lifeboat.workspaces.config;

import io.lifeboat.workspaces.objective.ProtectedData;
import java.time.Duration;
import java.util.Objects;

/**
 * Something that is backed up.
 *
 * @param id unique in the workspace, and a folder's name: a-z 0-9 and -
 * @param type {@code qdrant}, {@code files}, {@code command}, {@code incident-log}, or another one by its name
 * @param data what it protects, which says what may be lost of it
 * @param every time from the beginning of one backup to that of the next: the target RPO of its data unless said otherwise
 * @param full time from one full backup to the next, with incremental ones in between where the source can make them; a day
 *     unless said otherwise, or {@code every} if that is longer
 * @param settings what that type takes
 */
public record BackupSource(
        String id, String type, ProtectedData data, Duration every, Duration full, Settings settings) {
    public BackupSource {
        Checks.text("type", type);
        if (!id.matches("[a-z0-9][a-z0-9-]{0,62}")) {
            throw new BadValue("id", id, "1 to 63 of a-z 0-9 and -, beginning with a letter or digit");
        }
        Objects.requireNonNull(data, "data");
        Checks.positive("every", every);
        if (full.compareTo(every) < 0) {
            throw new BadValue("full", Durations.text(full), "at least every (" + Durations.text(every) + ")");
        }
        Objects.requireNonNull(settings, "settings");
    }

    /** What a type protects unless said otherwise. */
    public static ProtectedData dataOf(String type) {
        return switch (type) {
            case "qdrant" -> ProtectedData.COLLECTIONS;
            case "incident-log" -> ProtectedData.LOGS;
            default -> ProtectedData.USER_DATA;
        };
    }
}
