package io.lifeboat.qdrant.snapshot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.qdrant.answer.QdrantJson;
import java.util.Optional;

/**
 * From where a node is to take a snapshot, and what it must be.
 *
 * @param location {@code http(s)://}, {@code file://} within its snapshot folder; for a shard a bare name of a file there
 * @param sha256 64 lower-case hex digits; a node that finds another one touches nothing
 */
public record RecoverRequest(String location, Optional<String> sha256, Priority priority) {

    /** Which replica is right, if there are others. Documentation and code disagree on the default: it is always sent. */
    public enum Priority {
        /** This one; the others are made anew from it. */
        SNAPSHOT("snapshot"),
        /** The others: what is restored here is overwritten by them. */
        REPLICA("replica"),
        /** Nobody asks: this one becomes active, the others stay as they are. */
        NO_SYNC("no_sync");

        private final String text;

        Priority(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    public RecoverRequest {
        if (location.isBlank()) {
            throw new IllegalArgumentException("location: expected an address or a file name, found nothing");
        }
        sha256.ifPresent(RecoverRequest::requireSha256);
    }

    static void requireSha256(String text) {
        if (!text.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("sha256: expected 64 lower-case hex digits, found " + text);
        }
    }

    ObjectNode toJson() {
        ObjectNode body = QdrantJson.object().put("location", location).put("priority", priority.toString());
        sha256.ifPresent(sum -> body.put("checksum", sum));
        return body;
    }
}
