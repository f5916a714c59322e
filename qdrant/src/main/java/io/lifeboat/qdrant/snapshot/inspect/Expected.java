package io.lifeboat.qdrant.snapshot.inspect;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What was recorded of a file when it was kept.
 *
 * @param bytes its length
 * @param sha256 64 lower-case hex digits
 * @param points exact number of points in it
 */
public record Expected(OptionalLong bytes, Optional<String> sha256, OptionalLong points) {
    /** Nothing was recorded. */
    public static final Expected NOTHING = new Expected(OptionalLong.empty(), Optional.empty(), OptionalLong.empty());
}
