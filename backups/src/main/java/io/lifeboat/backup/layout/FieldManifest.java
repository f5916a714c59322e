package io.lifeboat.backup.layout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.backup.BackupRecord;
import io.lifeboat.events.serde.Json;

/** {@code manifest.json}, as the scripts of the field write it. */
final class FieldManifest {
    private FieldManifest() {}

    static ObjectNode of(BackupRecord backup) {
        ObjectNode manifest = Json.mapper().createObjectNode();
        manifest.put("backup_type", backup.id().kind().text());
        manifest.put("backup_date", backup.taken().toString());
        manifest.put("backup_timestamp", backup.taken().getEpochSecond());
        if (!backup.origin().isEmpty()) {
            manifest.put("qdrant_url", backup.origin().getFirst().toString());
        }
        if (backup.serverVersion() != null) {
            manifest.put("qdrant_version", backup.serverVersion());
        }
        manifest.put("collections_backed_up", backup.collections().size());
        manifest.put("collections_failed", backup.failed().size());
        manifest.put("total_size_bytes", backup.bytes());
        return manifest;
    }
}
