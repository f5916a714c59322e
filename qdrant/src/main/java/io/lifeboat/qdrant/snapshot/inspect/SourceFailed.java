package io.lifeboat.qdrant.snapshot.inspect;

import java.io.IOException;

/** The bytes themselves could not be had: that says nothing about the file. */
public final class SourceFailed extends IOException {
    private static final long serialVersionUID = 1L;

    SourceFailed(IOException cause) {
        super("the snapshot could not be read: " + cause.getMessage(), cause);
    }
}
