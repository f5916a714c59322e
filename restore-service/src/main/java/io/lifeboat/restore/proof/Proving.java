package io.lifeboat.restore.proof;

import io.lifeboat.backup.Proof;

/** How an attempt to prove a backup ended. */
public sealed interface Proving {

    /** With a verdict on the backup. */
    record Ended(Proof proof) implements Proving {}

    /**
     * Without one: it says nothing about the backup.
     *
     * @param why in one sentence
     */
    record Inconclusive(String why) implements Proving {}
}
