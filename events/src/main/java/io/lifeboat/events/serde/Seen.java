package io.lifeboat.events.serde;

import io.lifeboat.events.id.EventId;

/**
 * What its writer had folded last of the same workspace. For audit: it voids nothing.
 *
 * @param sha256 of that event's value
 */
public record Seen(EventId id, String sha256) {}
