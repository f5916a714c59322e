package io.lifeboat.qdrant.answer;

/** Thrown by a {@link ResultReader} where the JSON is not what the call answers; {@link AnswerParser} makes it a value. */
public final class WrongShape extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WrongShape(String where, String expected) {
        super(where + ": expected " + expected, null, false, false);
    }
}
