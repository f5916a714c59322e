package io.lifeboat.qdrant.snapshot.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What the files of one segment tell, in whatever order they come. Not thread-safe. */
final class SegmentReader {
    /** The first of them appears with the first point: an appendable segment's, and an optimised one's. */
    private static final Pattern VECTORS =
            Pattern.compile("vector_storage[^/]*/(.*/)?(chunk_\\d+\\.mmap|matrix\\.dat)");

    private final String id;
    private final String place;
    private final Findings findings;
    private Optional<JsonNode> description = Optional.empty();
    private boolean hasDescription;
    private boolean hasVersion;
    private boolean isPartial;
    private boolean hasIds;
    private boolean hasVectors;
    private OptionalLong mapped = OptionalLong.empty();
    private long deleted;

    SegmentReader(String id, String place, Findings findings) {
        this.id = id;
        this.place = place;
        this.findings = findings;
    }

    /** @param file below {@code files/} */
    void file(String file, TarWalk.Entry entry, InputStream content) throws IOException {
        switch (file) {
            case "segment.json" -> {
                hasDescription = true;
                description = JsonFile.read(entry, content, findings);
            }
            case "version.info" -> hasVersion = true;
            case "segment_manifest.json" -> {
                isPartial = true;
                JsonFile.read(entry, content, findings);
            }
            case "mutable_id_tracker.mappings" -> {
                hasIds = true;
                mapped = OptionalLong.of(IdTracker.appendable(entry, content, findings));
            }
            case "id_tracker.mappings" -> {
                hasIds = true;
                mapped = OptionalLong.of(IdTracker.optimised(entry, content, findings));
            }
            case "id_tracker.deleted" -> deleted = IdTracker.deleted(content);
            case "id_tracker.i2e", "id_tracker.e2i" -> hasIds = true;
            // vectors, payload, indexes: nothing in them can be told right from wrong without a server
            default -> hasVectors |= VECTORS.matcher(file).matches();
        }
    }

    boolean isPartial() {
        return isPartial;
    }

    /** Once all files have been seen. A part holds only what has changed, so nothing can be missed in it. */
    SegmentPart end() {
        if (!isPartial) {
            requireFile(hasDescription, "segment.json");
            requireFile(hasVersion, "version.info: without it the segment is deleted when it is loaded");
            requireFile(
                    hasIds || isUnwritten() || !hasVectors,
                    "its id tracker's mappings: without them the segment loads empty");
        }
        return new SegmentPart(id, version(), points());
    }

    private OptionalLong points() {
        if (mapped.isPresent()) {
            return OptionalLong.of(Math.max(0, mapped.getAsLong() - deleted));
        }
        return isUnwritten() && !hasIds || isWithoutPoints() ? OptionalLong.of(0) : OptionalLong.empty();
    }

    /**
     * The optimiser's new segment, or one that was only told of an index: it has a version and no ids. Without dense vectors
     * there would be none to see even if it had points, so that stays untold.
     */
    private boolean isWithoutPoints() {
        return !hasIds && !hasVectors && !vectors().isEmpty();
    }

    /** A segment that no operation has reached yet: it has a null for a version, and no ids. */
    private boolean isUnwritten() {
        return description.map(json -> json.path("version").isNull()).orElse(false);
    }

    private void requireFile(boolean there, String what) {
        if (!there) {
            findings.damaged(place, 0, what, "nothing of that name");
        }
    }

    private OptionalLong version() {
        return description
                .map(json -> json.path("version"))
                .filter(JsonNode::canConvertToLong)
                .filter(JsonNode::isIntegralNumber)
                .map(version -> OptionalLong.of(version.longValue()))
                .orElse(OptionalLong.empty());
    }

    /** Vector name (empty for the unnamed one) to what must agree with the collection's config: size and distance. */
    Map<String, String> vectors() {
        Map<String, String> vectors = new TreeMap<>();
        description.ifPresent(json -> json.path("config")
                .path("vector_data")
                .properties()
                .forEach(vector -> vectors.put(vector.getKey(), shape(vector.getValue()))));
        return vectors;
    }

    boolean isDescribed() {
        return description.isPresent();
    }

    String place() {
        return place;
    }

    static String shape(JsonNode vector) {
        return "%s %s"
                .formatted(
                        vector.path("size").asText("?"), vector.path("distance").asText("?"));
    }
}
