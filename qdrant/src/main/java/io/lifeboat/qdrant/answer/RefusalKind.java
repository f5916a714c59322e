package io.lifeboat.qdrant.answer;

import java.util.Optional;

/** Why Qdrant said no. Judged by status first: one prefix, "Wrong input:", stands for both 400 and 409. */
public enum RefusalKind {
    /** 304: nothing has changed since what was named (partial snapshots). */
    NOT_MODIFIED,
    /** 400: the request makes no sense to it. */
    BAD_INPUT,
    /** 400 "Limit exceeded": the collection's strict mode allows less. */
    LIMIT_EXCEEDED,
    /** 401: no key, or a wrong one. */
    UNAUTHORIZED,
    /** 403: the key may not do this, or the place may not be read. */
    FORBIDDEN,
    /** 404 with a reason: collection, alias, point, snapshot. */
    NOT_FOUND,
    /** 404 without a body: this server has no such call. */
    UNKNOWN_ROUTE,
    /** 405 (1.19), 400 or 500 (before) on a node that is not part of a cluster. */
    STANDALONE,
    /** 408: the server gave up. */
    TIMEOUT,
    /** 409. */
    ALREADY_EXISTS,
    /** 422: well formed, but out of bounds. */
    VALIDATION,
    /** 429. */
    RATE_LIMITED,
    /** 500: a dummy shard's reads end here, too. */
    INTERNAL,
    /** 503. */
    UNAVAILABLE,
    /** 503 "already_in_progress": one partial recovery at a time. */
    ALREADY_IN_PROGRESS,
    /** 507 (1.19). */
    INSUFFICIENT_STORAGE;

    /** The kind by status and text, or empty if Qdrant never answers with this status. */
    static Optional<RefusalKind> of(int status, String message) {
        return Optional.ofNullable(
                switch (status) {
                    case 304 -> NOT_MODIFIED;
                    case 400 -> ofBadRequest(message);
                    case 401 -> UNAUTHORIZED;
                    case 403 -> FORBIDDEN;
                    case 404 -> message.isEmpty() ? UNKNOWN_ROUTE : NOT_FOUND;
                    case 405 -> STANDALONE;
                    case 408 -> TIMEOUT;
                    case 409 -> ALREADY_EXISTS;
                    case 422 -> VALIDATION;
                    case 429 -> RATE_LIMITED;
                    case 500 -> message.contains("running in standalone mode") ? STANDALONE : INTERNAL;
                    case 503 -> message.equals("already_in_progress") ? ALREADY_IN_PROGRESS : UNAVAILABLE;
                    case 507 -> INSUFFICIENT_STORAGE;
                    default -> null;
                });
    }

    private static RefusalKind ofBadRequest(String message) {
        if (message.startsWith("Bad request: Limit exceeded")) {
            return LIMIT_EXCEEDED;
        }
        return message.startsWith("Bad request: Distributed mode disabled") ? STANDALONE : BAD_INPUT;
    }
}
