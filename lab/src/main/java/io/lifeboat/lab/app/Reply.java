package io.lifeboat.lab.app;

import com.fasterxml.jackson.databind.JsonNode;

/** What the application got for a request. */
sealed interface Reply {

    /** The {@code result} of a good answer. */
    record Good(JsonNode result) implements Reply {}

    /**
     * No good answer.
     *
     * @param kind timeout, connection, wrong-answer, or http- and the status: what failures are counted by
     * @param reason for a person
     */
    record Failed(String kind, String reason) implements Reply {}
}
