package io.lifeboat.qdrant.digest;

/** How much of each point a digest covers; each level holds all before it, and costs more to read. */
public enum DigestLevel {
    /** Some 20 to 60 bytes a point on the wire. */
    IDS,
    PAYLOAD,
    /** Some 10 to 12 bytes a component on the wire. */
    VECTORS;

    boolean withPayload() {
        return this != IDS;
    }

    boolean withVectors() {
        return this == VECTORS;
    }
}
