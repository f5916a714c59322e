package io.lifeboat.qdrant.transport;

import io.lifeboat.qdrant.transport.RawAnswer.Damage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Optional;

/** Reads a stream up to its bound. */
final class BoundedBody {
    private static final int CHUNK = 16 * 1024;

    private BoundedBody() {}

    /** @throws InterruptedIOException if the reader is given up; other failures are a body that was cut short */
    static Gathered read(InputStream in, int maxBody) throws InterruptedIOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        try {
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                int room = maxBody - bytes.size();
                bytes.write(chunk, 0, Math.min(count, room));
                if (count > room) {
                    return new Gathered(Body.of(bytes.toByteArray()), Optional.of(Damage.TOO_LARGE));
                }
            }
            return new Gathered(Body.of(bytes.toByteArray()), Optional.empty());
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            return new Gathered(Body.of(bytes.toByteArray()), Optional.of(Damage.CUT_SHORT));
        }
    }
}
