package io.lifeboat.restore.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.backup.BackupId;
import io.lifeboat.backup.Proof;
import io.lifeboat.events.command.KeyFiles;
import io.lifeboat.events.serde.Json;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProofSignerTest {
    private final KeyPair keys = KeyFiles.generate();
    private final ProofSigner signer = new ProofSigner("proofs-2026", keys.getPrivate());

    private static Proof proof(boolean passed) {
        return new Proof(
                BackupId.parse("shop/qdrant/full/20260301_080000"),
                Instant.parse("2026-03-01T09:00:00Z"),
                passed,
                "as recorded",
                Duration.ofSeconds(9),
                4096,
                Json.mapper().createObjectNode().put("points", 60),
                null,
                null);
    }

    @Test
    void shouldBeGenuineAsItWasSigned() {
        Proof signed = signer.sign(proof(true));

        assertThat(signed.key()).isEqualTo("proofs-2026");
        assertThat(ProofSigner.isGenuine(signed, keys.getPublic())).isTrue();
    }

    @Test
    void shouldNotBeGenuineWhenItsVerdictWasChanged() {
        Proof signed = signer.sign(proof(false));
        Proof forged = proof(true).withSignature(signed.key(), signed.signature());

        assertThat(ProofSigner.isGenuine(forged, keys.getPublic())).isFalse();
    }

    @Test
    void shouldNotBeGenuineByAnotherKeyOrWithoutASignature() {
        assertThat(ProofSigner.isGenuine(
                        signer.sign(proof(true)), KeyFiles.generate().getPublic()))
                .isFalse();
        assertThat(ProofSigner.isGenuine(proof(true), keys.getPublic())).isFalse();
        assertThat(ProofSigner.isGenuine(proof(true).withSignature("proofs-2026", "%%%"), keys.getPublic()))
                .isFalse();
    }

    @Test
    void shouldNotShowItsKey() {
        assertThat(signer).hasToString("signer proofs-2026");
    }
}
