package io.lifeboat.qdrant.snapshot.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the files of one shard tell. Not thread-safe. */
final class ShardReader {
    private static final int MOST_SEGMENTS = 10_000;
    private static final String SEGMENT_TAR = ".tar";

    private final long number;
    private final String place;
    private final Findings findings;
    private final Map<String, SegmentReader> segments = new LinkedHashMap<>();
    private Optional<JsonNode> replicaState = Optional.empty();
    private boolean hasReplicaState;
    private boolean hasShardConfig;
    private int walFiles;
    private long walEntries;

    /** @param place before its files in findings; empty in a snapshot of one shard */
    ShardReader(long number, String place, Findings findings) {
        this.number = number;
        this.place = place;
        this.findings = findings;
    }

    /** @param file below the shard's folder */
    void file(String file, TarWalk.Entry entry, InputStream content) throws IOException {
        if (file.startsWith("segments/")) {
            segmentFile(file.substring("segments/".length()), entry, content);
        } else if (file.startsWith("wal/")) {
            walFile(file.substring("wal/".length()), entry, content);
        } else {
            switch (file) {
                case "replica_state.json" -> {
                    hasReplicaState = true;
                    replicaState = JsonFile.read(entry, content, findings);
                }
                case "shard_config.json" -> {
                    hasShardConfig = true;
                    JsonFile.read(entry, content, findings);
                }
                case "newest_clocks.json", "oldest_clocks.json", "applied_seq.json", "segments_manifest.json" ->
                    JsonFile.read(entry, content, findings);
                default -> findings.note(entry.place(), entry.offset(), "a file of a shard", "one that is not known");
            }
        }
    }

    private void segmentFile(String file, TarWalk.Entry entry, InputStream content) throws IOException {
        int slash = file.indexOf('/');
        String id = slash < 0 ? file : file.substring(0, slash);
        if (segments.size() >= MOST_SEGMENTS && !segments.containsKey(id)) {
            findings.damaged(entry.place(), entry.offset(), "at most " + MOST_SEGMENTS + " segments", "more");
        } else if (slash < 0 && file.endsWith(SEGMENT_TAR)) {
            String plain = file.substring(0, file.length() - SEGMENT_TAR.length());
            SegmentReader segment = new SegmentReader(plain, entry.place(), findings);
            segments.put(plain, segment);
            new TarWalk(entry.place(), findings).walk(content, (inner, bytes) -> {
                String below = below("snapshot/files/", inner.path());
                if (below != null) {
                    segment.file(below, inner, bytes);
                }
            });
        } else if (slash > 0) {
            String below = below("files/", file.substring(slash + 1));
            if (below != null) {
                segments.computeIfAbsent(id, unseen -> new SegmentReader(id, folder("segments/" + id), findings))
                        .file(below, entry, content);
            }
        } else {
            findings.note(entry.place(), entry.offset(), "a segment", "a file that is none");
        }
    }

    private static @org.jspecify.annotations.Nullable String below(String folder, String path) {
        return path.startsWith(folder) ? path.substring(folder.length()) : null;
    }

    private void walFile(String file, TarWalk.Entry entry, InputStream content) throws IOException {
        if (file.equals("first-index")) {
            JsonFile.read(entry, content, findings);
            return;
        }
        walFiles++;
        walEntries += WalFile.entries(entry, content, findings);
    }

    private String folder(String below) {
        return place.isEmpty() ? below : place + "/" + below;
    }

    boolean isPartial() {
        return segments.values().stream().anyMatch(SegmentReader::isPartial);
    }

    Collection<SegmentReader> segments() {
        return segments.values();
    }

    /** Without the state of its replicas it is taken for local: that is what is asked more of. */
    boolean isLocal() {
        return replicaState.map(state -> state.path("is_local").asBoolean(true)).orElse(true);
    }

    ShardPart end() {
        require(hasReplicaState, "replica_state.json");
        require(hasShardConfig, "shard_config.json");
        if (isLocal()) {
            require(walFiles > 0, "wal/: without it the shard is skipped and restores empty");
            require(!segments.isEmpty(), "segments/: without them the shard is skipped and restores empty");
        }
        return new ShardPart(
                number,
                isLocal(),
                segments.values().stream().map(SegmentReader::end).toList(),
                new WalPart(walFiles, walEntries));
    }

    private void require(boolean there, String what) {
        if (!there) {
            findings.damaged(place, 0, what, "nothing of that name");
        }
    }
}
