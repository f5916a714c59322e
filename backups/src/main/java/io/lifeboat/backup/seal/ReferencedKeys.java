package io.lifeboat.backup.seal;

import io.lifeboat.qdrant.secret.SecretReference;
import io.lifeboat.qdrant.secret.SecretUnavailable;
import java.io.IOException;

/** Reads keys from files and the environment each time they are asked for. */
public final class ReferencedKeys implements KeySource {

    @Override
    public SealKey key(String reference) throws IOException {
        try {
            return SealKey.parse(SecretReference.parse(reference).resolve());
        } catch (SecretUnavailable e) {
            throw new IOException(e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    "encryption key " + reference + " cannot be used: expected env:NAME or file:/path of a key"
                            + " of 32 bytes as 64 hex digits or in Base64",
                    e);
        }
    }
}
