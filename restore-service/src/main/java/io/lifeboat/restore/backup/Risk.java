package io.lifeboat.restore.backup;

import io.lifeboat.backup.BackupRecord;
import io.lifeboat.backup.Catalogue;
import io.lifeboat.backup.Damaged;
import io.lifeboat.workspaces.config.BackupSource;
import io.lifeboat.workspaces.config.Backups;
import io.lifeboat.workspaces.objective.ProtectedData;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with a workspace's backups before any disaster. Pure. */
final class Risk {
    private Risk() {}

    /** One sentence a risk; none if all is well. */
    static List<String> of(Backups backups, Catalogue.Listing listing, Instant now) {
        List<String> risks = new ArrayList<>();
        for (BackupSource source : backups.sources()) {
            cadence(source, listing, now).ifPresent(risks::add);
            if (backups.scratch() != null && source.data() == ProtectedData.COLLECTIONS) {
                proof(backups, source, listing, now).ifPresent(risks::add);
            }
        }
        for (Damaged damaged : listing.damaged()) {
            risks.add("a kept backup cannot be read: " + damaged);
        }
        return List.copyOf(risks);
    }

    /** Late is what is older than the interval and half of it: then one was missed, not delayed. */
    private static Optional<String> cadence(BackupSource source, Catalogue.Listing listing, Instant now) {
        Optional<BackupRecord> newest = listing.newest(source.id());
        if (newest.isEmpty()) {
            return Optional.of("%s has no backup".formatted(source.id()));
        }
        Duration age = Duration.between(newest.get().taken(), now);
        Duration late = source.every().plus(source.every().dividedBy(2));
        if (age.compareTo(late) > 0) {
            return Optional.of("the newest backup of %s is %d s old, expected at most %d s"
                    .formatted(source.id(), age.toSeconds(), source.every().toSeconds()));
        }
        return newest.get().failed().isEmpty()
                ? Optional.empty()
                : Optional.of("the newest backup of %s lacks %s"
                        .formatted(source.id(), String.join("; ", newest.get().failed())));
    }

    private static Optional<String> proof(
            Backups backups, BackupSource source, Catalogue.Listing listing, Instant now) {
        Optional<BackupRecord> proven = listing.records().stream()
                .filter(backup -> backup.id().source().equals(source.id()))
                .filter(BackupRecord::isProven)
                .findFirst();
        if (proven.isEmpty()) {
            return Optional.of("no backup of %s is proven".formatted(source.id()));
        }
        Duration age = Duration.between(proven.get().taken(), now);
        return age.compareTo(backups.provenWithin()) > 0
                ? Optional.of("the newest proven backup of %s is %d s old, expected at most %d s"
                        .formatted(
                                source.id(),
                                age.toSeconds(),
                                backups.provenWithin().toSeconds()))
                : Optional.empty();
    }
}
