package io.lifeboat.detector.probe.alert;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The bearer token that Alertmanager must send. It is read at each check, so that a rotated one counts at once; compared
 * in constant time; and never shown.
 *
 * @param secret reads the token, and throws if it is not to be had; where there is none, nobody is let in
 */
public record WebhookToken(Optional<Supplier<String>> secret) {
    private static final String SCHEME = "Bearer ";

    public static WebhookToken of(Supplier<String> secret) {
        return new WebhookToken(Optional.of(secret));
    }

    /** Lets nobody in. */
    public static WebhookToken none() {
        return new WebhookToken(Optional.empty());
    }

    /** @param header the request's {@code Authorization}, if it had one */
    public boolean admits(@Nullable String header) {
        if (secret.isEmpty() || header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        return MessageDigest.isEqual(
                header.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8),
                secret.get().get().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "WebhookToken[not shown]";
    }
}
