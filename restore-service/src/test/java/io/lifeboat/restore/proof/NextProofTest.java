package io.lifeboat.restore.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.backup.BackupId;
import io.lifeboat.backup.BackupKind;
import io.lifeboat.backup.BackupRecord;
import io.lifeboat.backup.CollectionRecord;
import io.lifeboat.backup.KeptFile;
import io.lifeboat.backup.Piece;
import io.lifeboat.backup.Proof;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.serde.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NextProofTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);

    private final NextProof rule = new NextProof(0.1, WEEK);

    private static Instant minute(long minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }

    private static BackupRecord untried(long taken) {
        BackupId id = new BackupId(new WorkspaceId("shop"), "qdrant", BackupKind.FULL, BackupId.stampOf(minute(taken)));
        CollectionRecord docs = new CollectionRecord(
                "docs",
                1,
                1,
                true,
                null,
                List.of(),
                Json.mapper().createObjectNode(),
                Json.mapper().createObjectNode(),
                List.of(Piece.collection("docs.snapshot")));
        return new BackupRecord(
                id,
                minute(taken),
                Duration.ofSeconds(5),
                "blue",
                List.of(),
                "1.18.3",
                List.of(docs),
                List.of(KeptFile.plain("docs.snapshot", 1, "5a".repeat(32))),
                List.of(),
                null,
                false,
                null);
    }

    /** Its proof ended then, after a minute. */
    private static BackupRecord tried(long taken, long proven) {
        BackupRecord backup = untried(taken);
        return backup.withProof(new Proof(
                backup.id(),
                minute(proven),
                true,
                "as recorded",
                Duration.ofMinutes(1),
                1,
                Json.mapper().createObjectNode(),
                null,
                null));
    }

    @Test
    void shouldBeginWithTheNewestWhenNobodyHasTriedIt() {
        assertThat(rule.of(List.of(untried(0), untried(10)), minute(60))).contains(untried(10));
    }

    @Test
    void shouldRestAfterAProofSoThatItTakesItsShareOnly() {
        List<BackupRecord> all = List.of(tried(0, 5), untried(6));

        assertThat(rule.of(all, minute(14).minusMillis(1))).isEmpty();
        assertThat(rule.of(all, minute(14))).contains(untried(6));
    }

    @Test
    void shouldProveTheOldestProofAnewOnceItIsTooOld() {
        List<BackupRecord> all = List.of(tried(0, 5), tried(10, 20));

        assertThat(rule.of(all, minute(5).plus(WEEK).minusMillis(1))).isEmpty();
        assertThat(rule.of(all, minute(5).plus(WEEK))).contains(tried(0, 5));
    }

    @Test
    void shouldHaveNothingToDoWhenNothingIsKept() {
        assertThat(rule.of(List.of(), NOON)).isEmpty();
    }

    @Test
    void shouldRefuseAShareThatIsNone() {
        assertThatThrownBy(() -> new NextProof(0, WEEK)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NextProof(1.1, WEEK)).isInstanceOf(IllegalArgumentException.class);
    }
}
