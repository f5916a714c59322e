package io.lifeboat.qdrant.snapshot.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What one snapshot archive tells: of a collection, a shard, the changes of one, or a storage. Not thread-safe. */
final class ArchiveReader {
    private static final int MOST_SHARDS = 10_000;

    private final String name;
    private final String place;
    private final Findings findings;
    private final Map<Long, ShardReader> shards = new TreeMap<>();
    private final Map<String, Inspection> inner = new HashMap<>();
    private Optional<ShardReader> single = Optional.empty();
    private Optional<JsonNode> config = Optional.empty();
    private Optional<JsonNode> payloadIndex = Optional.empty();
    private Optional<JsonNode> shardKeys = Optional.empty();
    private final Set<String> seen = new HashSet<>();

    /** @param place before its files in findings; empty for the outermost archive */
    ArchiveReader(String name, String place, Findings findings) {
        this.name = name;
        this.place = place;
        this.findings = findings;
    }

    /** @return what is in it; its bytes and their sum are the caller's to know */
    Inspection read(InputStream in) throws IOException {
        boolean whole = new TarWalk(place, findings).walk(in, this::file);
        SnapshotKind kind = kind();
        if (whole) {
            require(kind);
        }
        List<ShardPart> parts = new ArrayList<>();
        single.ifPresent(shard -> parts.add(shard.end()));
        shards.values().forEach(shard -> parts.add(shard.end()));
        return new Inspection(
                name,
                kind,
                0,
                "",
                kind == SnapshotKind.COLLECTION ? config : Optional.empty(),
                payloadIndexes(),
                parts,
                kind == SnapshotKind.STORAGE ? List.copyOf(inner.values()) : List.of(),
                kind == SnapshotKind.STORAGE ? aliases() : Map.of(),
                findings.list());
    }

    private void file(TarWalk.Entry entry, InputStream content) throws IOException {
        String path = entry.path();
        int slash = path.indexOf('/');
        if (slash < 0) {
            top(path, entry, content);
            return;
        }
        String first = path.substring(0, slash);
        if (first.matches("\\d{1,9}")) {
            long number = Long.parseLong(first);
            if (shards.size() >= MOST_SHARDS && !shards.containsKey(number)) {
                findings.damaged(entry.place(), entry.offset(), "at most " + MOST_SHARDS + " shards", "more");
                return;
            }
            shards.computeIfAbsent(number, unseen -> new ShardReader(number, inside(first), findings))
                    .file(path.substring(slash + 1), entry, content);
        } else if (first.equals("segments") || first.equals("wal")) {
            single().file(path, entry, content);
        } else {
            findings.note(entry.place(), entry.offset(), "a file of a snapshot", "one that is not known");
        }
    }

    private String inside(String below) {
        return place.isEmpty() ? below : place + "!" + below;
    }

    private ShardReader single() {
        if (single.isEmpty()) {
            single = Optional.of(new ShardReader(0, place, findings));
        }
        return single.get();
    }

    private void top(String path, TarWalk.Entry entry, InputStream content) throws IOException {
        seen.add(path);
        switch (path) {
            case "config.json" -> config = JsonFile.read(entry, content, findings);
            case "payload_index.json" -> payloadIndex = JsonFile.read(entry, content, findings);
            case "shard_key_mapping.json" -> shardKeys = JsonFile.read(entry, content, findings);
            case "version.info" -> {
                // of the format, not of the server: the same in all releases
            }
            case "replica_state.json",
                    "shard_config.json",
                    "newest_clocks.json",
                    "oldest_clocks.json",
                    "applied_seq.json",
                    "segments_manifest.json" -> single().file(path, entry, content);
            default -> other(path, entry, content);
        }
    }

    private void other(String path, TarWalk.Entry entry, InputStream content) throws IOException {
        // A storage has collections in it, and they have no storage in them: an archive in an archive in an archive is
        // bytes.
        if (path.endsWith(".snapshot") && place.isEmpty() && inner.size() < MOST_SHARDS) {
            inner.put(path, new ArchiveReader(path, entry.place(), new Findings()).read(content));
        } else {
            findings.note(entry.place(), entry.offset(), "a file of a snapshot", "one that is not known");
        }
    }

    private SnapshotKind kind() {
        if (config.filter(json -> json.has("collections_mapping")).isPresent()) {
            return SnapshotKind.STORAGE;
        }
        if (!shards.isEmpty() || config.filter(json -> json.has("params")).isPresent()) {
            return SnapshotKind.COLLECTION;
        }
        return single.map(shard -> shard.isPartial() ? SnapshotKind.PARTIAL : SnapshotKind.SHARD)
                .orElse(SnapshotKind.UNKNOWN);
    }

    private void require(SnapshotKind kind) {
        switch (kind) {
            case COLLECTION -> {
                List.of("config.json", "version.info", "payload_index.json", "shard_key_mapping.json").stream()
                        .filter(file -> !seen.contains(file))
                        .forEach(file -> findings.damaged(place, 0, file, "nothing of that name"));
                CollectionRules.check(place, config, shardKeys, shards, findings);
            }
            case STORAGE -> requireCollections();
            case SHARD, PARTIAL -> {
                // its own rules are those of each shard
            }
            case UNKNOWN ->
                findings.damaged(place, 0, "a snapshot of Qdrant", "an archive in which there is nothing of one");
        }
    }

    private void requireCollections() {
        config.orElseThrow().path("collections_mapping").properties().forEach(mapped -> {
            if (!inner.containsKey(mapped.getValue().asText())) {
                findings.damaged(
                        place,
                        0,
                        "the collection %s".formatted(mapped.getValue().asText()),
                        "no such file");
            }
        });
    }

    private Map<String, JsonNode> payloadIndexes() {
        Map<String, JsonNode> indexes = new TreeMap<>();
        payloadIndex.ifPresent(json ->
                json.path("schema").properties().forEach(field -> indexes.put(field.getKey(), field.getValue())));
        return indexes;
    }

    private Map<String, String> aliases() {
        Map<String, String> aliases = new TreeMap<>();
        config.ifPresent(json -> json.path("collections_aliases")
                .properties()
                .forEach(alias -> aliases.put(alias.getKey(), alias.getValue().asText())));
        return aliases;
    }
}
