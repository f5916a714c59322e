package io.lifeboat.events.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.lifeboat.events.serde.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * Tells genuine commands from others. Whether one came before is for the fold, which remembers those it obeyed.
 * Immutable and thread-safe.
 */
public final class CommandVerifier {
    /** How far an operator's clock may be ahead of ours. */
    public static final Duration MOST_AHEAD = Duration.ofSeconds(5);

    private final Map<String, OperatorKey> keys;

    /** @param keys by the name that signed commands carry */
    public CommandVerifier(Map<String, OperatorKey> keys) {
        this.keys = Map.copyOf(keys);
    }

    /** What became of checking a command. */
    public sealed interface Checked {
        /** It is what its signer sent, still valid, and the signer may ask for it. */
        record Genuine(CommandEnvelope command) implements Checked {}

        /** It has no effect, for this reason. */
        record Refused(String reason) implements Checked {}
    }

    /** The signature is checked before the payload is read: nothing of a forged command is looked at. */
    public Checked verify(SignedCommand signed, Instant now) {
        OperatorKey key = keys.get(signed.key());
        if (key == null) {
            return new Checked.Refused("key '%s' is not known".formatted(signed.key()));
        }
        if (!isSignedBy(key.key(), signed)) {
            return new Checked.Refused("the signature is not one of key '%s'".formatted(signed.key()));
        }
        return read(signed.payload())
                .map(command -> judge(command, key, now))
                .orElseGet(() -> new Checked.Refused("the payload is no command"));
    }

    private static Checked judge(CommandEnvelope command, OperatorKey key, Instant now) {
        if (!command.subject().equals(key.owner())) {
            return new Checked.Refused("%s signed in the name of %s".formatted(key.owner(), command.subject()));
        }
        if (!key.roles().contains(Role.neededFor(command.action()))) {
            return new Checked.Refused("%s is no %s, which '%s' needs"
                    .formatted(
                            key.owner(),
                            Role.neededFor(command.action()).name().toLowerCase(java.util.Locale.ROOT),
                            command.action().text()));
        }
        if (now.isAfter(command.expires())) {
            return new Checked.Refused("it expired at %s, now is %s".formatted(command.expires(), now));
        }
        return command.issued().isAfter(now.plus(MOST_AHEAD))
                ? new Checked.Refused("it was issued at %s, but now is %s".formatted(command.issued(), now))
                : new Checked.Genuine(command);
    }

    private static Optional<CommandEnvelope> read(String payload) {
        try {
            return Optional.ofNullable(Json.mapper().readValue(payload, CommandEnvelope.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static boolean isSignedBy(PublicKey key, SignedCommand signed) {
        try {
            Signature signature = Signature.getInstance(CommandSigner.ALGORITHM);
            signature.initVerify(key);
            signature.update(signed.payload().getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(signed.signature()));
        } catch (IllegalArgumentException | SignatureException e) {
            return false; // not Base64, or not the form of a signature: not signed by anybody
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK cannot verify " + CommandSigner.ALGORITHM, e);
        }
    }
}
