package io.lifeboat.backup.seal;

import java.io.IOException;

/** Finds keys by their references ({@code env:NAME}, {@code file:/path}). Thread-safe. */
@FunctionalInterface
public interface KeySource {

    /** @throws IOException naming the reference, if there is no such key */
    SealKey key(String reference) throws IOException;
}
