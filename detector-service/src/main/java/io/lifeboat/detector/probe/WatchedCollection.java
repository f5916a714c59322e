package io.lifeboat.detector.probe;

/**
 * A collection that must be there.
 *
 * @param writeCanary whether its write path may be tried, by deleting a point that never existed
 */
public record WatchedCollection(String name, boolean writeCanary) {
    public WatchedCollection {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name: expected a collection's name, got nothing");
        }
    }
}
