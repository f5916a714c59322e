package io.lifeboat.restore.restore;

import io.lifeboat.qdrant.answer.Answer;

/** Ends a restore from within. Never leaves {@link CollectionRestore}. */
final class NotRestored extends Exception {
    private static final long serialVersionUID = 1;

    /** What is to be thought of it. */
    private enum Kind {
        /** Another try might succeed. */
        AGAIN,
        /** The backup is not what it should be. */
        BACKUP,
        /** The server cannot take it, whatever the backup is worth. */
        SERVER
    }

    private final Kind kind;

    /** @param again whether another try might succeed */
    NotRestored(String why, boolean again) {
        this(why, again ? Kind.AGAIN : Kind.BACKUP);
    }

    private NotRestored(String why, Kind kind) {
        super(why, null, false, false);
        this.kind = kind;
    }

    /** The server is of the wrong kind for it. */
    static NotRestored refused(String why) {
        return new NotRestored(why, Kind.SERVER);
    }

    /** @param what was asked for, in words */
    static <T> T unless(Answer<T> answer, String what) throws NotRestored {
        return switch (answer) {
            case Answer.Ok<T> ok -> ok.result();
            case Answer.Accepted<T> accepted ->
                throw new NotRestored("%s: a read was accepted, not answered".formatted(what), true);
            case Answer.Failure<T> failure -> throw new NotRestored("%s: %s".formatted(what, failure.summary()), true);
        };
    }

    /** The answer must be true. */
    static void unlessDone(Answer<Boolean> answer, String what) throws NotRestored {
        if (!unless(answer, what)) {
            throw new NotRestored(what + ": the server answered false", true);
        }
    }

    /** The same, as it is told to others. */
    Restored of(String collection) {
        return switch (kind) {
            case AGAIN -> new Restored.Broken(collection, getMessage(), true);
            case BACKUP -> new Restored.Broken(collection, getMessage(), false);
            case SERVER -> new Restored.Refused(collection, getMessage());
        };
    }
}
