package io.lifeboat.lab.edge;

/** What became of one attempt to copy a write. */
sealed interface Copied {

    record Applied() implements Copied {}

    /** The standby will never take it as it is. */
    record Refused(String reason) implements Copied {}

    /** Not now: to be tried again. */
    record Waiting(String reason) implements Copied {}

    static Copied waiting(Throwable cause) {
        return new Waiting(cause.getClass().getSimpleName() + ": " + cause.getMessage());
    }

    /** 401 and 403 wait too: a standby whose key is not the right one yet is not to be skipped over. */
    static Copied of(int status) {
        if (status / 100 == 2) {
            return new Applied();
        }
        boolean passing = status >= 500 || status == 401 || status == 403 || status == 408 || status == 429;
        String reason = "the standby answered " + status;
        return passing ? new Waiting(reason) : new Refused(reason);
    }
}
