package io.lifeboat.backup;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.events.serde.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a backup's last proof ended: it was restored into a scratch server, restarted, compared.
 *
 * @param passed whether all was as recorded
 * @param why in one sentence
 * @param bytes restored
 * @param evidence what was compared, by collection; kept as it came
 * @param key names the key that signed it; null where it is not signed
 * @param signature Ed25519 over {@link #signed}, in Base64; null where it is not signed
 */
public record Proof(
        BackupId backup,
        Instant at,
        boolean passed,
        String why,
        Duration took,
        long bytes,
        JsonNode evidence,
        @Nullable String key,
        @Nullable String signature) {

    public Proof {
        Objects.requireNonNull(backup, "proof.backup");
        Objects.requireNonNull(at, "proof.at");
        Objects.requireNonNull(why, "proof.why");
        Objects.requireNonNull(took, "proof.took");
        Objects.requireNonNull(evidence, "proof.evidence");
        if (bytes < 0) {
            throw new IllegalArgumentException("proof.bytes: expected 0 or more, got " + bytes);
        }
        if ((key == null) != (signature == null)) {
            throw new IllegalArgumentException("proof: expected key and signature together");
        }
    }

    /** The bytes that are signed: all but key and signature, in one canonical form. */
    public byte[] signed() {
        return Json.bytes(Map.of(
                "backup",
                backup,
                "at",
                at,
                "passed",
                passed,
                "why",
                why,
                "took",
                took,
                "bytes",
                bytes,
                "evidence",
                evidence));
    }

    public Proof withSignature(String by, String base64) {
        return new Proof(backup, at, passed, why, took, bytes, evidence, by, base64);
    }
}
