package io.lifeboat.verifier.report;

/** The log could not be read to its end in time. */
public final class LogUnread extends Exception {
    private static final long serialVersionUID = 1L;

    LogUnread(String message) {
        super(message);
    }
}
