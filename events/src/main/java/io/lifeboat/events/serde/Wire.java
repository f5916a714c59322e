package io.lifeboat.events.serde;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record as it stands in a topic, free of any client's types. The arrays are not copied: treat them as read-only.
 *
 * @param headers the last header of each name
 */
public record Wire(byte @Nullable [] key, Map<String, byte[]> headers, byte @Nullable [] value) {}
