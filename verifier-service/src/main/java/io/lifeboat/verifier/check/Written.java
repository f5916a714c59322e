package io.lifeboat.verifier.check;

/**
 * Whether a collection was written to since the baseline.
 *
 * @param why one line for people
 */
public record Written(State state, String why) {

    /** What can be known. */
    public enum State {
        UNWRITTEN,
        WRITTEN,
        UNKNOWN
    }

    public boolean isUnwritten() {
        return state == State.UNWRITTEN;
    }

    static Written unwritten() {
        return new Written(State.UNWRITTEN, "unwritten since the baseline");
    }

    static Written written(String why) {
        return new Written(State.WRITTEN, why);
    }

    static Written unknown(String why) {
        return new Written(State.UNKNOWN, why);
    }
}
