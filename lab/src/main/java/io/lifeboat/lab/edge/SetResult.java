package io.lifeboat.lab.edge;

/** What became of a wish to set the traffic value. */
sealed interface SetResult {

    /** Stored on disk and in effect. */
    record Stored(Switch made) implements SetResult {}

    /** Nothing changed. */
    record Refused(Traffic current, String reason) implements SetResult {}
}
