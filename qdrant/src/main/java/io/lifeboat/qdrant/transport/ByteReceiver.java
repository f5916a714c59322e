package io.lifeboat.qdrant.transport;

import java.io.IOException;

/** Takes the bytes of a download as they come. Called by one thread. */
@FunctionalInterface
public interface ByteReceiver {

    /**
     * @param buffer used again afterwards: copy what is to be kept
     * @throws IOException ends the download and reaches its caller
     */
    void receive(byte[] buffer, int offset, int length) throws IOException;
}
