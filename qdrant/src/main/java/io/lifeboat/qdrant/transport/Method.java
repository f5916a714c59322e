package io.lifeboat.qdrant.transport;

/** The HTTP methods that Qdrant's REST interface uses. */
public enum Method {
    GET,
    PUT,
    POST,
    PATCH,
    DELETE
}
