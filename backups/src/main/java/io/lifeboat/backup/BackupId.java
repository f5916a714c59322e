package io.lifeboat.backup;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.lifeboat.events.id.WorkspaceId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Names a backup: {@code <workspace>/<source>/<kind>/<YYYYMMDD_HHMMSS>}, which is also its folder in a store. Ordered by
 * workspace, source and stamp.
 *
 * @param source what was backed up: {@code qdrant}, or the name of another source; a-z 0-9 and -, at most 63
 * @param stamp as in the folder's name. Lifeboat writes it in UTC, others in their local time: when a backup was taken is
 *     told by its record alone
 */
public record BackupId(WorkspaceId workspace, String source, BackupKind kind, String stamp)
        implements Comparable<BackupId> {
    private static final Pattern STAMP = Pattern.compile("\\d{8}_\\d{6}");
    private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss").withZone(ZoneOffset.UTC);
    private static final Comparator<BackupId> ORDER = Comparator.comparing(BackupId::workspace)
            .thenComparing(BackupId::source)
            .thenComparing(BackupId::stamp)
            .thenComparing(BackupId::kind);

    public BackupId {
        Objects.requireNonNull(workspace, "workspace");
        Objects.requireNonNull(kind, "kind");
        if (!SOURCE.matcher(source).matches()) {
            throw new IllegalArgumentException("source: expected a-z, 0-9 and -, got '" + source + "'");
        }
        if (!STAMP.matcher(stamp).matches()) {
            throw new IllegalArgumentException("stamp: expected YYYYMMDD_HHMMSS, got '" + stamp + "'");
        }
    }

    /** @throws IllegalArgumentException if the text is no such name */
    @JsonCreator
    public static BackupId parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException(
                    "backup: expected <workspace>/<source>/<full|incremental>/<YYYYMMDD_HHMMSS>, got '" + text + "'");
        }
        return new BackupId(new WorkspaceId(parts[0]), parts[1], BackupKind.of(parts[2]), parts[3]);
    }

    /** The stamp of a moment, as Lifeboat writes it. */
    public static String stampOf(Instant at) {
        return WRITTEN.format(at);
    }

    /** Whether a folder's name is a stamp. */
    public static boolean isStamp(String name) {
        return STAMP.matcher(name).matches();
    }

    /** Whether a folder's name can be a source's. */
    public static boolean isSource(String name) {
        return SOURCE.matcher(name).matches();
    }

    @JsonValue
    public String text() {
        return workspace + "/" + source + "/" + kind + "/" + stamp;
    }

    @Override
    public int compareTo(BackupId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return text();
    }
}
