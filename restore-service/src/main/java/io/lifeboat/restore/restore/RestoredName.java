package io.lifeboat.restore.restore;

import io.lifeboat.restore.provision.PlaceName;
import java.util.Objects;

/**
 * The name under which a collection is restored: {@code <collection>--<incident>-<claim>}, shortened. No two attempts have the
 * same one, and no application uses it.
 *
 * @param collection whose content it holds
 * @param attempt the incident and the claim
 */
public record RestoredName(String collection, PlaceName attempt) {
    private static final String MARK = "--";
    private static final int MOST_CHARS = 255;

    public RestoredName {
        Objects.requireNonNull(attempt, "attempt");
        if (collection.isBlank()
                || collection.length() + MARK.length() + suffix(attempt).length() > MOST_CHARS) {
            throw new IllegalArgumentException(
                    "collection: expected a name with room for %s in 255 characters, got '%s'"
                            .formatted(suffix(attempt), collection));
        }
    }

    public String text() {
        return collection + MARK + suffix(attempt);
    }

    /** Whether a name is that of the same collection in another attempt for the same incident. */
    public boolean isRival(String name) {
        return name.startsWith(collection + MARK + attempt.purpose() + "-") && !name.equals(text());
    }

    private static String suffix(PlaceName attempt) {
        return attempt.purpose() + "-" + attempt.attempt();
    }

    @Override
    public String toString() {
        return text();
    }
}
