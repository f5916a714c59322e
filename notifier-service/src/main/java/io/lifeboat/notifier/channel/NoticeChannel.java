package io.lifeboat.notifier.channel;

import io.lifeboat.notifier.message.Message;
import io.lifeboat.workspaces.config.Channel;
import java.time.Instant;

/** A kind of channel: a CDI bean, one file each. Thread-safe. */
public interface NoticeChannel {

    /** What the configuration calls it. */
    String type();

    /**
     * Sends a message. May send it twice, with the same key.
     *
     * @param key the same for each try of this message
     * @param deadline by the local clock: it has given up by then
     */
    Delivery deliver(Channel channel, Message message, String key, Instant deadline) throws InterruptedException;
}
