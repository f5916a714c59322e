package io.lifeboat.qdrant.snapshot;

import io.lifeboat.qdrant.answer.Fields;
import java.util.Optional;

/**
 * A snapshot file.
 *
 * @param creationTime without a zone, as Qdrant writes it
 * @param size in bytes
 * @param sha256 64 lower-case hex digits; absent on S3 and for uploaded files
 */
public record SnapshotInfo(String name, Optional<String> creationTime, long size, Optional<String> sha256) {
    static SnapshotInfo read(Fields fields) {
        return new SnapshotInfo(
                fields.text("name"),
                fields.find("creation_time").map(Fields::asText),
                fields.number("size"),
                fields.find("checksum").map(Fields::asText));
    }
}
