package io.lifeboat.cli;

/** A command could not do what it was asked: one clear sentence for people, and the exit status. */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The thing failed. */
    public static final int FAILED = 1;

    /** It was asked for wrongly, or the configuration is wrong. */
    public static final int USAGE = 2;

    private final int status;

    private Failure(int status, String sentence, Throwable cause) {
        super(sentence, cause);
        this.status = status;
    }

    public static Failure failed(String form, Object... arguments) {
        return new Failure(FAILED, form.formatted(arguments), null);
    }

    public static Failure because(Throwable cause, String form, Object... arguments) {
        return new Failure(FAILED, form.formatted(arguments), cause);
    }

    public static Failure usage(String form, Object... arguments) {
        return new Failure(USAGE, form.formatted(arguments), null);
    }

    /** The exit status of the command. */
    public int status() {
        return status;
    }
}
