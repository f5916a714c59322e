package io.lifeboat.workspaces.config;

/** A secret could not be read where its reference points. The message names the reference, never what stood there. */
public final class SecretUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    SecretUnavailable(SecretRef reference, String why) {
        super(reference + ": " + why);
    }
}
