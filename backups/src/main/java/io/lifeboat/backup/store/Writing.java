package io.lifeboat.backup.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A file being written. Until {@link #commit} nobody sees it; closed before that, what was written stays for a later try where
 * the store can do that. Not thread-safe.
 */
public abstract class Writing extends OutputStream {

    /** Bytes that an earlier try has left, after which writing goes on; 0 where there are none. */
    public abstract long begun();

    /** What the earlier try has left, to be hashed. */
    public abstract InputStream leftover() throws IOException;

    /** Throws away what is there, and begins at 0. */
    public abstract void restart() throws IOException;

    /** Makes the file appear, whole and safe against a loss of power where the store can do that. */
    public abstract void commit() throws IOException;
}
