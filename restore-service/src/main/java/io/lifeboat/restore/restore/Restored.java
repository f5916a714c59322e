package io.lifeboat.restore.restore;

import java.time.Duration;
import java.util.Optional;

/** How the restoring of one collection ended. */
public sealed interface Restored {

    /**
     * It is there, under its new name, and is what was recorded.
     *
     * @param name the new one
     * @param points counted exactly
     * @param root of its content's digest; empty where none was recorded to compare with
     * @param bytes pulled
     * @param leftOpen what could not be compared
     */
    record Whole(
            String collection,
            String name,
            long points,
            String root,
            long bytes,
            Duration took,
            Optional<String> leftOpen)
            implements Restored {}

    /**
     * It is not, and what was begun has been dropped.
     *
     * @param why in one sentence
     * @param again whether another try might succeed
     */
    record Broken(String collection, String why, boolean again) implements Restored {}

    /**
     * This server cannot take it, whatever the backup is worth. What was begun has been dropped.
     *
     * @param why in one sentence
     */
    record Refused(String collection, String why) implements Restored {}
}
