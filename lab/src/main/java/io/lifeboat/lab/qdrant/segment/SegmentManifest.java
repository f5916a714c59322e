package io.lifeboat.lab.qdrant.segment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/**
 * What a segment is made of and how new each file is: by it another node says what it has already. A file without a version
 * is as new as its segment (case 30).
 */
public final class SegmentManifest {
    public static final String FILE = "segment_manifest.json";

    private static final Set<String> NEVER_LISTED = Set.of(SegmentImages.STATE, SegmentImages.VERSION);

    private SegmentManifest() {}

    /** Segment by id, as {@code GET .../snapshot/partial/manifest} answers. */
    public static ObjectNode of(List<Segment> segments, SegmentShape shape) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        segments.forEach(segment -> all.set(segment.id().toString(), of(segment, shape)));
        return all;
    }

    public static ObjectNode of(Segment segment, SegmentShape shape) {
        ObjectNode manifest = JsonNodeFactory.instance
                .objectNode()
                .put("segment_id", segment.id().toString())
                .put("segment_version", segment.version());
        ObjectNode files = manifest.putObject("file_versions");
        for (String path : segment.files(shape)) {
            if (!NEVER_LISTED.contains(path)) {
                version(files, path, segment);
            }
        }
        return manifest;
    }

    private static void version(ObjectNode files, String path, Segment segment) {
        boolean unversioned = path.contains("id_tracker") || path.startsWith("payload_index/");
        if (!unversioned && path.endsWith("config.json")) {
            files.put(path, segment.initialVersion());
        } else if (unversioned || segment.version() == 0) {
            files.putNull(path);
        } else {
            files.put(path, segment.version());
        }
    }

    /** Whether one who has {@code theirs} needs the file. Without a version of its own one cannot tell 0 from nothing. */
    public static boolean needs(String path, JsonNode theirs, JsonNode ours) {
        boolean ahead = theirs.path("segment_version").asLong()
                > ours.path("segment_version").asLong();
        if (NEVER_LISTED.contains(path)
                || ahead
                || !theirs.path("file_versions").has(path)) {
            return true;
        }
        long old = version(theirs, path);
        long current = version(ours, path);
        return old < current || (old == 0 && current == 0);
    }

    private static long version(JsonNode manifest, String path) {
        JsonNode own = manifest.path("file_versions").path(path);
        return own.isNumber() ? own.asLong() : manifest.path("segment_version").asLong();
    }
}
