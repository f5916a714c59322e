package io.lifeboat.events.command;

import java.util.Objects;

/**
 * A command as its issuer signed it. The payload is kept as text, byte for byte: an auditor can check the signature years
 * later.
 *
 * @param key the name of the signing key, as configured
 * @param payload the JSON of a {@link CommandEnvelope}
 * @param signature Ed25519 over the payload's UTF-8, Base64
 */
public record SignedCommand(String key, String payload, String signature) {
    private static final int MOST_CHARS = 64 * 1024;

    public SignedCommand {
        Objects.requireNonNull(key, "command.key");
        Objects.requireNonNull(signature, "command.signature");
        if (payload == null || payload.length() > MOST_CHARS) {
            throw new IllegalArgumentException("command.payload: expected at most " + MOST_CHARS + " characters");
        }
    }
}
