package io.lifeboat.workspaces.load;

/**
 * A mistake in the configuration, or a warning about it.
 *
 * @param file its name
 * @param key the path of the key, such as {@code workspaces[0].sites[1].id}; empty where it is none's
 * @param found what stood there; never a secret
 * @param expected what should have stood there
 */
public record Problem(String file, Place place, String key, String found, String expected) {

    /** {@code file:line:column: key: found ..., expected ...}. */
    @Override
    public String toString() {
        String of = key.isEmpty() ? "" : key + ": ";
        return "%s%s: %sfound %s, expected %s".formatted(file, place, of, found, expected);
    }
}
