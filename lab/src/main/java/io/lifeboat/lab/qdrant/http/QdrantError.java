package io.lifeboat.lab.qdrant.http;

import java.util.Map;

/**
 * An answer other than success, as Qdrant words it: the prefix of the text tells the kind ("Wrong input" stands for
 * both 400 and 409). Thrown by handlers, turned into the JSON envelope by {@link Envelope}.
 */
public final class QdrantError extends RuntimeException {
    private final int status;
    private final transient Map<String, String> headers;
    private final boolean plainText;

    private QdrantError(int status, String message, Map<String, String> headers, boolean plainText) {
        super(message, null, false, false);
        this.status = status;
        this.headers = headers;
        this.plainText = plainText;
    }

    private static QdrantError of(int status, String message) {
        return new QdrantError(status, message, Map.of(), false);
    }

    public static QdrantError wrongInput(String text) {
        return of(400, "Wrong input: " + text);
    }

    public static QdrantError alreadyExists(String collection) {
        return of(409, "Wrong input: Collection `" + collection + "` already exists!");
    }

    public static QdrantError badRequest(String text) {
        return of(400, "Bad request: " + text);
    }

    /** Checksum errors of uploads carry no prefix (case 11). */
    public static QdrantError bare(String text) {
        return of(400, text);
    }

    public static QdrantError format(String text) {
        return of(400, "Format error in JSON body: " + text);
    }

    public static QdrantError invalid(String where, String text) {
        return of(422, "Validation error in " + where + ": [" + text + "]");
    }

    public static QdrantError notFound(String text) {
        return of(404, "Not found: " + text);
    }

    public static QdrantError noCollection(String collection) {
        return notFound("Collection `" + collection + "` doesn't exist!");
    }

    public static QdrantError forbidden(String text) {
        return of(403, "Forbidden: " + text);
    }

    public static QdrantError internal(String text) {
        return of(500, "Service internal error: " + text);
    }

    /** Only the admin port uses it. */
    public static QdrantError conflict(String text) {
        return of(409, text);
    }

    public static QdrantError rateLimited(String text, long retryAfterSeconds) {
        return new QdrantError(
                429, "Rate limiting exceeded: " + text, Map.of("Retry-After", Long.toString(retryAfterSeconds)), false);
    }

    /** The same error without the JSON envelope: downloads and early upload errors (facts, A.0). */
    public QdrantError asPlainText() {
        return new QdrantError(status, getMessage(), headers, true);
    }

    public int status() {
        return status;
    }

    public Map<String, String> headers() {
        return headers;
    }

    public boolean plainText() {
        return plainText;
    }
}
