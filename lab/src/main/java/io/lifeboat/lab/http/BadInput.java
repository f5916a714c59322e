package io.lifeboat.lab.http;

/** A request that says something wrong: answered with 400, the field and what was expected of it. */
public final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    public BadInput(String field, String expected) {
        super(field + ": " + expected);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
