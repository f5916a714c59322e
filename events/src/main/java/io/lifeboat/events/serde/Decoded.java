package io.lifeboat.events.serde;

/** What became of reading a record. */
public sealed interface Decoded {

    /** It could be read. */
    record Readable(Envelope envelope) implements Decoded {}

    /** It could not: it goes to the dead letters with this reason. */
    record Unreadable(String reason) implements Decoded {}
}
