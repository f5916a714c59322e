package io.lifeboat.detector.probe.alert;

/** A payload that is not what Alertmanager sends, or that names what is not watched. Names the field. */
public final class BadPayload extends Exception {
    private static final long serialVersionUID = 1L;

    private final String field;

    BadPayload(String field, String expected, String got) {
        super("%s: expected %s, got %s".formatted(field, expected, got), null, false, false);
        this.field = field;
    }

    /** As in {@code alerts[0].labels.target}. */
    public String field() {
        return field;
    }
}
