package io.lifeboat.restore.restore;

import io.lifeboat.qdrant.answer.Answer;

/** Ends a restore from within. Never leaves {@link CollectionRestore}. */
final class NotRestored extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean again;

    /** @param again whether another try might succeed */
    NotRestored(String why, boolean again) {
        super(why, null, false, false);
        this.again = again;
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

    String why() {
        return getMessage();
    }

    boolean again() {
        return again;
    }
}
