package io.lifeboat.qdrant.snapshot.inspect;

import java.util.OptionalLong;

/**
 * A segment.
 *
 * @param version the last operation in it; absent if its {@code segment.json} could not be read
 * @param points ids that are not deleted; absent where its id tracker could not be read
 */
public record SegmentPart(String id, OptionalLong version, OptionalLong points) {}
