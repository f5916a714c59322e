package io.lifeboat.qdrant.transport;

/**
 * Carries one request to a Qdrant and its raw answer back.
 *
 * <p>Implementations are thread-safe, keep the request's time-out over the whole exchange, never hold more than
 * {@code maxBody} bytes of an answer (but for one network buffer), follow no redirect, and never put the key into a log
 * or an error.
 */
@FunctionalInterface
public interface QdrantTransport {
    /** @throws InterruptedException if the calling thread is interrupted; the exchange is given up */
    RawAnswer exchange(QdrantRequest request) throws InterruptedException;
}
