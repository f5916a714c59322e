package io.lifeboat.qdrant.secret;

/** A secret that could not be resolved. The message names the reference and the reason, never the secret. */
public final class SecretUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SecretUnavailable(SecretReference reference, String reason) {
        super("secret " + reference + " is not available: " + reason);
    }
}
