package io.lifeboat.backup.layout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.backup.BackupId;
import io.lifeboat.backup.BackupRecord;
import io.lifeboat.backup.CollectionRecord;
import io.lifeboat.backup.KeptFile;
import io.lifeboat.backup.Proof;
import io.lifeboat.backup.store.BackupStore;
import io.lifeboat.backup.store.BackupStore.Entry;
import io.lifeboat.backup.store.Writing;
import io.lifeboat.events.serde.Json;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One folder of a store as a backup: {@code manifest.json} and {@code .meta} files as the field has them, {@code
 * lifeboat.json} with all that they lack, {@code proof.json}. The manifest is written last and holds the SHA-256 of {@code
 * lifeboat.json}: without it there is no backup. As thread-safe as its store.
 *
 * @param path within the store
 */
public record BackupFolder(BackupStore store, String path) {
    public static final String MANIFEST = "manifest.json";
    public static final String LIFEBOAT = "lifeboat.json";
    public static final String PROOF = "proof.json";

    static final String LIFEBOAT_SHA256 = "lifeboat_sha256";

    /**
     * What is kept here; empty if there is no manifest.
     *
     * @param named what the folder's place says it is
     * @throws NotABackup if there is one, and the folder does not hold what it says
     */
    public Optional<BackupRecord> read(BackupId named) throws IOException {
        Map<String, Entry> files = store.list(path).stream()
                .filter(entry -> !entry.isFolder())
                .collect(Collectors.toMap(Entry::name, Function.identity()));
        if (!files.containsKey(MANIFEST)) {
            return Optional.empty();
        }
        JsonNode manifest = FieldJson.object(MANIFEST, FieldJson.bytes(store, path, MANIFEST));
        BackupRecord read = manifest.has(LIFEBOAT_SHA256)
                ? own(named, manifest, files)
                : new ForeignFolder(store, path).read(named, manifest, files);
        return Optional.of(files.containsKey(PROOF) ? read.withProof(proof(named)) : read);
    }

    /** Makes a backup of what has been written here: the small files, the manifest last. */
    public void complete(BackupRecord backup) throws IOException {
        for (CollectionRecord collection : backup.collections()) {
            Optional<ObjectNode> meta = FieldMeta.of(backup, collection);
            if (meta.isPresent()) {
                write(FileNames.of(collection.name()) + FieldMeta.SUFFIX, Json.bytes(meta.get()));
            }
        }
        byte[] own = Json.bytes(backup);
        write(LIFEBOAT, own);
        write(MANIFEST, Json.bytes(FieldManifest.of(backup).put(LIFEBOAT_SHA256, Json.sha256(own))));
    }

    public void keep(Proof proof) throws IOException {
        write(PROOF, Json.bytes(proof));
    }

    private BackupRecord own(BackupId named, JsonNode manifest, Map<String, Entry> files) throws IOException {
        if (!files.containsKey(LIFEBOAT)) {
            throw new NotABackup(LIFEBOAT, "expected it beside " + MANIFEST + ", which names it; it is missing");
        }
        byte[] bytes = FieldJson.bytes(store, path, LIFEBOAT);
        String told = FieldJson.text(MANIFEST, manifest, LIFEBOAT_SHA256);
        if (!told.equals(Json.sha256(bytes))) {
            throw new NotABackup(LIFEBOAT, "expected SHA-256 " + told + ", as " + MANIFEST + " says; it was changed");
        }
        BackupRecord read = parse(bytes);
        if (!read.id().equals(named)) {
            throw new NotABackup(LIFEBOAT, "expected the record of " + named + ", found that of " + read.id());
        }
        for (KeptFile file : read.files()) {
            requireKept(file, files.get(file.name()));
        }
        return read;
    }

    private static void requireKept(KeptFile file, @org.jspecify.annotations.Nullable Entry there) throws NotABackup {
        if (there == null || there.bytes() != file.bytes()) {
            throw new NotABackup(
                    file.name(),
                    "expected %d bytes, found %s".formatted(file.bytes(), there == null ? "no file" : there.bytes()));
        }
    }

    private static BackupRecord parse(byte[] bytes) throws IOException {
        try {
            return Json.mapper().treeToValue(FieldJson.object(LIFEBOAT, bytes), BackupRecord.class);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new NotABackup(LIFEBOAT, "expected a record of a backup: " + e.getOriginalMessage());
        }
    }

    private Proof proof(BackupId named) throws IOException {
        try {
            JsonNode read = FieldJson.object(PROOF, FieldJson.bytes(store, path, PROOF));
            Proof proof = Json.mapper().treeToValue(read, Proof.class);
            if (!proof.backup().equals(named)) {
                throw new NotABackup(PROOF, "expected the proof of " + named + ", found that of " + proof.backup());
            }
            return proof;
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new NotABackup(PROOF, "expected a proof: " + e.getOriginalMessage());
        }
    }

    private void write(String file, byte[] bytes) throws IOException {
        try (Writing writing = store.write(path + "/" + file)) {
            if (writing.begun() > 0) {
                writing.restart();
            }
            writing.write(bytes);
            writing.commit();
        }
    }
}
