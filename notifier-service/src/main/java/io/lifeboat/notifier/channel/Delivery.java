package io.lifeboat.notifier.channel;

/** What became of a message. */
public sealed interface Delivery {

    /**
     * The channel took it.
     *
     * @param how one line for people
     */
    record Sent(String how) implements Delivery {}

    /** It did not, in the time there was. */
    record NotSent(String why) implements Delivery {}
}
