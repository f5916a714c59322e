package io.lifeboat.restore.backup;

import io.lifeboat.qdrant.answer.Answer;

/** Something could not be backed up: one sentence why. */
final class NotKept extends Exception {
    private static final long serialVersionUID = 1L;

    NotKept(String why) {
        super(why);
    }

    /** The answer's value. */
    static <T> T unless(String what, Answer<T> answer) throws NotKept {
        return switch (answer) {
            case Answer.Ok<T> ok -> ok.result();
            case Answer.Accepted<T> accepted -> throw new NotKept(what + " was accepted, not answered");
            case Answer.Failure<T> failure -> throw new NotKept(what + ": " + failure.summary());
        };
    }
}
