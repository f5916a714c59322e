package io.lifeboat.backup.layout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.backup.BackupRecord;
import io.lifeboat.backup.CollectionRecord;
import io.lifeboat.backup.KeptFile;
import io.lifeboat.backup.Piece;
import io.lifeboat.events.serde.Json;
import java.util.List;
import java.util.Optional;

/** {@code <collection>.meta}: what the scripts of the field keep beside each snapshot of a collection. */
final class FieldMeta {
    static final String SUFFIX = ".meta";

    private FieldMeta() {}

    /** Written for a whole collection's snapshot alone: the field knows no other. */
    static Optional<ObjectNode> of(BackupRecord backup, CollectionRecord collection) {
        return collection.pieces().stream()
                .filter(piece -> piece.form() == Piece.Form.COLLECTION)
                .findFirst()
                .map(piece -> write(backup, collection, piece));
    }

    private static ObjectNode write(BackupRecord backup, CollectionRecord collection, Piece piece) {
        KeptFile file = backup.file(piece.file()).orElseThrow();
        ObjectNode meta = Json.mapper().createObjectNode();
        meta.put("collection_name", collection.name());
        meta.put("snapshot_name", piece.file());
        meta.put("backup_date", backup.taken().toString());
        meta.put("backup_timestamp", backup.taken().getEpochSecond());
        meta.put("backup_type", backup.id().kind().text());
        meta.put("file_size", file.contentBytes());
        meta.put("checksum", file.contentSha256());
        meta.putObject("collection_stats")
                .put("points_count", collection.pointsAfter())
                .put("vectors_count", 0);
        meta.set("collection_config", collection.config());
        return meta;
    }

    /**
     * What a script kept of one collection.
     *
     * @param name of the file, for messages
     * @param snapshot its snapshot as it lies there
     */
    static CollectionRecord read(String name, JsonNode meta, KeptFile snapshot) throws NotABackup {
        JsonNode reported = meta.path("collection_config");
        if (!reported.isObject()) {
            throw new NotABackup(name, "expected collection_config to be an object, found " + FieldJson.kind(reported));
        }
        JsonNode config = reported.path("config").isObject() ? reported.path("config") : reported;
        JsonNode schema = reported.path("payload_schema");
        return new CollectionRecord(
                FieldJson.text(name, meta, "collection_name"),
                CollectionRecord.UNKNOWN,
                CollectionRecord.UNKNOWN,
                false,
                null,
                List.of(),
                config,
                schema.isObject() ? schema : Json.mapper().createObjectNode(),
                List.of(Piece.collection(snapshot.name())));
    }

    /** The snapshot that a meta file tells of: {@code <collection>.snapshot} beside it. */
    static KeptFile snapshot(String name, JsonNode meta, long bytes) throws NotABackup {
        long told = FieldJson.number(name, meta, "file_size");
        String collection = FieldJson.text(name, meta, "collection_name");
        if (told != bytes) {
            throw new NotABackup(
                    collection + ".snapshot", "expected %d bytes, as %s says, found %d".formatted(told, name, bytes));
        }
        try {
            return KeptFile.plain(collection + ".snapshot", bytes, FieldJson.text(name, meta, "checksum"));
        } catch (IllegalArgumentException e) {
            throw new NotABackup(name, "checksum: " + e.getMessage());
        }
    }
}
