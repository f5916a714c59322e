package io.lifeboat.restore.backup;

import io.lifeboat.backup.BackupId;
import io.lifeboat.backup.BackupRecord;
import io.lifeboat.workspaces.config.Keep;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which backups may be deleted. Pure. Everything younger than the hours is kept, then the newest of each day, week, month and year, for
 * so many of them; and, whatever their age, the newest, the newest proven one, all links of chains of what is kept, and what somebody
 * else made.
 */
final class Retention {
    private Retention() {}

    /**
     * The expired ones, oldest first.
     *
     * @param records of one source, in any order
     */
    static List<BackupId> expired(List<BackupRecord> records, Keep keep, Instant now) {
        List<BackupRecord> newestFirst = records.stream()
                .sorted(Comparator.comparing(BackupRecord::taken).reversed())
                .toList();
        Set<BackupId> kept = new HashSet<>();
        newestFirst.stream().limit(1).forEach(backup -> kept.add(backup.id()));
        newestFirst.stream().filter(BackupRecord::isProven).limit(1).forEach(backup -> kept.add(backup.id()));
        newestFirst.stream()
                .filter(backup -> backup.foreign() || isYoung(backup, keep, now))
                .forEach(backup -> kept.add(backup.id()));
        newest(newestFirst, keep.daily(), kept, day -> day.toString());
        newest(newestFirst, keep.weekly(), kept, Retention::week);
        newest(newestFirst, keep.monthly(), kept, day -> day.getYear() + "-" + day.getMonthValue());
        newest(newestFirst, keep.yearly(), kept, day -> String.valueOf(day.getYear()));
        keepLinks(newestFirst, kept);
        return newestFirst.reversed().stream()
                .map(BackupRecord::id)
                .filter(id -> !kept.contains(id))
                .toList();
    }

    private static boolean isYoung(BackupRecord backup, Keep keep, Instant now) {
        return Duration.between(backup.taken(), now).compareTo(Duration.ofHours(keep.hourly())) < 0;
    }

    /** The newest of each of the last so many periods that have any. */
    private static void newest(
            List<BackupRecord> newestFirst, int periods, Set<BackupId> kept, Function<LocalDate, String> period) {
        Set<String> seen = new HashSet<>();
        for (BackupRecord backup : newestFirst) {
            String of = period.apply(backup.taken().atZone(ZoneOffset.UTC).toLocalDate());
            if (!seen.contains(of) && seen.size() < periods) {
                seen.add(of);
                kept.add(backup.id());
            }
        }
    }

    private static String week(LocalDate day) {
        return day.get(IsoFields.WEEK_BASED_YEAR) + "-" + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    /** An incremental one is worth nothing without all that it builds on. */
    private static void keepLinks(List<BackupRecord> records, Set<BackupId> kept) {
        Map<BackupId, BackupRecord> byId = new HashMap<>(
                records.stream().collect(Collectors.toMap(BackupRecord::id, Function.identity(), (a, b) -> a)));
        for (BackupId id : Set.copyOf(kept)) {
            BackupRecord link = byId.get(id);
            while (link != null && link.base() != null && kept.add(link.base())) {
                link = byId.get(link.base());
            }
        }
    }
}
