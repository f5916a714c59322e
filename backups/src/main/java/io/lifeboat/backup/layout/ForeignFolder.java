package io.lifeboat.backup.layout;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.backup.BackupId;
import io.lifeboat.backup.BackupRecord;
import io.lifeboat.backup.CollectionRecord;
import io.lifeboat.backup.KeptFile;
import io.lifeboat.backup.store.BackupStore;
import io.lifeboat.backup.store.BackupStore.Entry;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a backup that a script of the field has made: whatever its manifest counts, only what is there counts here. */
record ForeignFolder(BackupStore store, String path) {
    private static final String FAILED = "failed_collections.txt";

    BackupRecord read(BackupId named, JsonNode manifest, Map<String, Entry> files) throws IOException {
        List<CollectionRecord> collections = new ArrayList<>();
        List<KeptFile> kept = new ArrayList<>();
        for (String file : files.keySet().stream().sorted().toList()) {
            if (file.endsWith(FieldMeta.SUFFIX)) {
                JsonNode meta = FieldJson.object(file, FieldJson.bytes(store, path, file));
                KeptFile snapshot = FieldMeta.snapshot(file, meta, sizeOf(file, meta, files));
                kept.add(snapshot);
                collections.add(FieldMeta.read(file, meta, snapshot));
            }
        }
        requireAll(manifest, collections.size());
        return new BackupRecord(
                named,
                Instant.ofEpochSecond(FieldJson.number(BackupFolder.MANIFEST, manifest, "backup_timestamp")),
                Duration.ZERO,
                null,
                origin(manifest),
                version(manifest),
                collections,
                kept,
                failed(files),
                null,
                true,
                null);
    }

    private static long sizeOf(String file, JsonNode meta, Map<String, Entry> files) throws NotABackup {
        String snapshot = FieldJson.text(file, meta, "collection_name") + ".snapshot";
        Entry there = files.get(snapshot);
        if (there == null) {
            throw new NotABackup(snapshot, "expected it beside " + file + "; it is missing");
        }
        return there.bytes();
    }

    /** A manifest that tells of more than is there was written by a script that failed without a word. */
    private static void requireAll(JsonNode manifest, int found) throws NotABackup {
        JsonNode told = manifest.path("collections_backed_up");
        int wanted = told.isArray() ? told.size() : told.asInt(found);
        if (wanted > found) {
            throw new NotABackup(
                    BackupFolder.MANIFEST,
                    "it tells of %d collections, found .meta files of %d".formatted(wanted, found));
        }
    }

    private static List<URI> origin(JsonNode manifest) {
        try {
            String url = manifest.path("qdrant_url").asText();
            return url.isBlank() ? List.of() : List.of(URI.create(url));
        } catch (IllegalArgumentException e) {
            return List.of(); // it is only told, nobody calls it
        }
    }

    private static @org.jspecify.annotations.Nullable String version(JsonNode manifest) {
        String version = manifest.path("qdrant_version").asText();
        return version.isBlank() ? null : version;
    }

    private List<String> failed(Map<String, Entry> files) throws IOException {
        return files.containsKey(FAILED)
                ? new String(FieldJson.bytes(store, path, FAILED), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .toList()
                : List.of();
    }
}
