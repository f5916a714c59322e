package io.lifeboat.detector.probe;

import io.lifeboat.events.plan.Arguments;
import java.util.Locale;

/** Why a result is not good, as {@code reason} of its detail: what the classification of incidents goes by. */
public enum Reason {
    /** Nobody listens at the address. */
    REFUSED,
    /** No answer in time. */
    SILENT,
    /** The connection was closed instead of an answer. */
    RESET,
    /** No such host, no route to it, or no TLS with it. */
    UNREACHABLE,
    /** Connections are accepted and closed at once. */
    HANGS_UP,
    /** Our key was refused (401, 403). */
    KEY_REFUSED,
    /** Our key could not be read: nothing was asked. */
    KEY_UNAVAILABLE,
    /** A status 5xx. */
    SERVER_ERROR,
    /** A status 429. */
    RATE_LIMITED,
    /** It says itself that it is not ready. */
    NOT_READY,
    /** Another status than the one expected. */
    WRONG_STATUS,
    /** Something that the target would not say: a page, half of a JSON, far too much. */
    GARBAGE,
    /** A shard that could not be loaded: its data is not served. */
    DUMMY_SHARD,
    /** A replica that its cluster holds for dead. */
    DEAD_REPLICA,
    /** A collection whose updates or optimizer failed. */
    RED,
    /** An expected collection is not there. */
    COLLECTION_MISSING,
    /** Points cannot be read. */
    READ_FAILED,
    /** Points can be read but not searched. */
    SEARCH_FAILED,
    /** Nothing can be written. */
    WRITE_FAILED,
    /** An alert is firing. */
    ALERT;

    /** As in {@code dummy-shard}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Arguments detail() {
        return Arguments.of("reason", text());
    }
}
