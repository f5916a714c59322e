package io.lifeboat.events.fold;

import static io.lifeboat.events.fold.RulingAssert.assertEffective;
import static io.lifeboat.events.fold.RulingAssert.assertVoid;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.id.Service;
import io.lifeboat.events.incident.BackupProven;
import io.lifeboat.events.incident.ProofVerdict;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProofTest {
    private final Log log = new Log();

    /** Hours after the start of the log: when the backup was taken, and when its proof ended. */
    private static BackupProven of(String source, int taken, int proven, ProofVerdict verdict) {
        return new BackupProven(
                Log.SHOP,
                source,
                "shop/%s/full/20260301_%02d0000".formatted(source, taken),
                Log.START.plus(Duration.ofHours(taken)),
                Log.START.plus(Duration.ofHours(proven)),
                verdict,
                1,
                1000,
                4096,
                Duration.ofSeconds(9),
                "5a".repeat(32),
                "all as recorded",
                null,
                null);
    }

    private Ruling append(int taken, int proven, ProofVerdict verdict) {
        return log.append(Service.RESTORE, of("qdrant", taken, proven, verdict));
    }

    private Proofs known() {
        return log.shop().proofs().get("qdrant");
    }

    @Test
    void shouldKeepTheNewestBackupThatIsProven() {
        assertEffective(append(1, 2, ProofVerdict.PROVEN));
        assertEffective(append(3, 4, ProofVerdict.PROVEN));

        assertThat(known().proven()).isEqualTo(of("qdrant", 3, 4, ProofVerdict.PROVEN));
    }

    @Test
    void shouldKeepTheNewerBackupWhenAnOlderOneIsProvenLater() {
        append(3, 4, ProofVerdict.PROVEN);

        append(1, 5, ProofVerdict.PROVEN);

        assertThat(known().proven()).isEqualTo(of("qdrant", 3, 4, ProofVerdict.PROVEN));
        assertThat(known().last()).isEqualTo(of("qdrant", 1, 5, ProofVerdict.PROVEN));
    }

    @Test
    void shouldNoLongerRelyOnABackupWhenItIsRefuted() {
        append(3, 4, ProofVerdict.PROVEN);

        append(3, 5, ProofVerdict.REFUTED);

        assertThat(known().proven()).isNull();
    }

    @Test
    void shouldKeepTheProvenBackupWhenANewerOneIsRefuted() {
        append(1, 2, ProofVerdict.PROVEN);

        append(3, 4, ProofVerdict.REFUTED);

        assertThat(known().proven()).isEqualTo(of("qdrant", 1, 2, ProofVerdict.PROVEN));
        assertThat(known().last().verdict()).isEqualTo(ProofVerdict.REFUTED);
    }

    @Test
    void shouldKnowNoProvenBackupWhenAllAreRefutedUntilOneIsProven() {
        append(1, 2, ProofVerdict.REFUTED);
        append(3, 4, ProofVerdict.REFUTED);

        assertThat(known().proven()).isNull();
        assertEffective(append(2, 5, ProofVerdict.PROVEN));
        assertThat(known().proven()).isEqualTo(of("qdrant", 2, 5, ProofVerdict.PROVEN));
    }

    @Test
    void shouldVoidAProofWhenItIsNotNewerThanTheLast() {
        append(1, 2, ProofVerdict.PROVEN);

        assertVoid(append(1, 2, ProofVerdict.PROVEN), "there is one of 2026-03-01T10:00:00Z already");
    }

    @Test
    void shouldVoidAProofWhenAnotherServiceWroteIt() {
        assertVoid(
                log.append(Service.VERIFIER, of("qdrant", 1, 2, ProofVerdict.PROVEN)),
                "written by verifier, expected restore");
    }

    @Test
    void shouldKeepSoManySourcesOnly() {
        for (int source = 0; source < ProofFold.MOST_SOURCES; source++) {
            assertEffective(log.append(Service.RESTORE, of("s" + source, 1, 2, ProofVerdict.PROVEN)));
        }

        assertVoid(
                log.append(Service.RESTORE, of("another", 1, 2, ProofVerdict.PROVEN)),
                "proofs of 32 sources are known already");
        assertEffective(log.append(Service.RESTORE, of("s0", 3, 4, ProofVerdict.PROVEN)));
    }
}
