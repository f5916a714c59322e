package io.lifeboat.qdrant.point;

import io.lifeboat.qdrant.answer.Fields;
import io.lifeboat.qdrant.answer.WrongShape;
import java.util.Optional;

/** How far a write has come when Qdrant answered; all of these are HTTP 200. */
public record UpdateResult(Optional<Long> operationId, Progress progress) {
    /** What is certain. */
    public enum Progress {
        /** In the log, and applied. */
        COMPLETED,
        /** In the log. */
        ACKNOWLEDGED,
        /** In the log; not applied within the time given. */
        WAIT_TIMEOUT
    }

    static UpdateResult read(Fields fields) {
        Progress progress = switch (fields.text("status")) {
            case "completed" -> Progress.COMPLETED;
            case "acknowledged" -> Progress.ACKNOWLEDGED;
            case "wait_timeout" -> Progress.WAIT_TIMEOUT;
            default -> throw new WrongShape(fields.where() + ".status", "completed, acknowledged or wait_timeout");
        };
        return new UpdateResult(fields.find("operation_id").map(Fields::asNumber), progress);
    }
}
