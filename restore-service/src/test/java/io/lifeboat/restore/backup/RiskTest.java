package io.lifeboat.restore.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.backup.BackupKind;
import io.lifeboat.backup.BackupRecord;
import io.lifeboat.backup.Catalogue;
import io.lifeboat.backup.Damaged;
import io.lifeboat.workspaces.config.BackupPlace;
import io.lifeboat.workspaces.config.BackupSource;
import io.lifeboat.workspaces.config.Backups;
import io.lifeboat.workspaces.config.Keep;
import io.lifeboat.workspaces.config.Settings;
import io.lifeboat.workspaces.objective.ProtectedData;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RiskTest {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    private static Backups backups(@Nullable BackupPlace scratch) {
        return new Backups(
                new BackupPlace("local", Settings.none()),
                List.of(new BackupSource(
                        "qdrant",
                        "qdrant",
                        ProtectedData.COLLECTIONS,
                        Duration.ofMinutes(5),
                        Duration.ofDays(1),
                        Settings.none())),
                Keep.DEFAULT,
                null,
                Backups.PROVEN_WITHIN,
                scratch,
                null,
                null);
    }

    private static List<String> risks(Backups backups, BackupRecord... records) {
        return Risk.of(backups, new Catalogue.Listing(List.of(records), List.of()), NOW);
    }

    @Test
    void shouldTellThatThereIsNone() {
        assertThat(risks(backups(null))).containsExactly("qdrant has no backup");
    }

    @Test
    void shouldTellAMissedIntervalAndNotADelay() {
        assertThat(risks(backups(null), Records.full(NOW.minusSeconds(450)))).isEmpty();
        assertThat(risks(backups(null), Records.full(NOW.minusSeconds(451))))
                .containsExactly("the newest backup of qdrant is 451 s old, expected at most 300 s");
    }

    @Test
    void shouldTellWhatTheNewestLacks() {
        BackupRecord part = Records.record(BackupKind.FULL, NOW, null, false, List.of("docs: refused"));

        assertThat(risks(backups(null), part)).containsExactly("the newest backup of qdrant lacks docs: refused");
    }

    @Test
    void shouldTellThatNoneIsProvenWhereTheyAreProven() {
        assertThat(risks(backups(new BackupPlace("url", Settings.none())), Records.full(NOW)))
                .containsExactly("no backup of qdrant is proven");
    }

    @Test
    void shouldTellWhatCannotBeRead() {
        Catalogue.Listing listing = new Catalogue.Listing(
                List.of(Records.full(NOW)), List.of(new Damaged("shop/qdrant/full/x", "manifest.json", "no JSON")));

        assertThat(Risk.of(backups(null), listing, NOW))
                .containsExactly("a kept backup cannot be read: shop/qdrant/full/x/manifest.json: no JSON");
    }
}
