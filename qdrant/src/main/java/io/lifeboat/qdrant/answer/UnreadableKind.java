package io.lifeboat.qdrant.answer;

/** What is wrong with an answer that cannot be read. */
public enum UnreadableKind {
    /** A page, as proxies and login portals send. */
    HTML,
    /** JSON that ends before its end. */
    HALF_JSON,
    /** Neither JSON nor, where text is expected, text. */
    NOT_JSON,
    /** JSON, but not what this call answers. */
    WRONG_SHAPE,
    /** More bytes than allowed. */
    TOO_LARGE,
    /** The connection ended inside the body. */
    CUT_SHORT,
    /** A status that Qdrant does not use: something else answered. */
    UNEXPECTED_STATUS
}
