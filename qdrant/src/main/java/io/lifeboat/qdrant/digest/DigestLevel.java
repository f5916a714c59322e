package io.lifeboat.qdrant.digest;

/** How much of each point a digest covers; each level holds all before it, and costs more to read. */
public enum DigestLevel {
    /** Some 20 to 60 bytes a point on the wire. */
    IDS(0),
    PAYLOAD(1),
    /** Some 10 to 12 bytes a component on the wire. */
    VECTORS(2);

    private final byte mark;

    DigestLevel(int mark) {
        this.mark = (byte) mark;
    }

    /** Part of what is hashed: digests kept in the log stay comparable only while it stays the same. */
    byte mark() {
        return mark;
    }

    boolean withPayload() {
        return this != IDS;
    }

    boolean withVectors() {
        return this == VECTORS;
    }
}
