package io.lifeboat.lab.supervisor;

/** What was asked for does not fit the process's state: answered with 409. */
final class Conflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Conflict(String reason) {
        super(reason);
    }
}
