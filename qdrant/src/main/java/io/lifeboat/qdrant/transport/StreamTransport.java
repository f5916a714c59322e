package io.lifeboat.qdrant.transport;

import io.lifeboat.qdrant.answer.Answer;
import java.io.IOException;

/** Carries files from and to a Qdrant, in constant memory. Implementations are thread-safe. */
public interface StreamTransport {

    /**
     * Hands the bytes to the receiver as they come.
     *
     * @return what came if it came whole; else why not, and then the receiver has had a part of it
     * @throws IOException what the receiver threw, never what the other side did
     */
    Answer<Received> download(Download request, ByteReceiver to) throws InterruptedException, IOException;

    /** The answer to the whole exchange, not yet judged. */
    RawAnswer upload(Upload request) throws InterruptedException;
}
