package io.lifeboat.qdrant.alias;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The alias {@code docs@<epoch>@<claimId>} that stands beside the alias {@code docs} and says who moved it last.
 *
 * @param alias the alias that is guarded
 * @param epoch 0 or more; each move raises it
 * @param claimId letters, digits and hyphens
 */
public record Marker(String alias, long epoch, String claimId) implements Comparable<Marker> {
    private static final Pattern FORM =
            Pattern.compile("(?<alias>.+)@(?<epoch>\\d{1,18})@(?<claim>[A-Za-z0-9-]{1,64})");
    private static final Comparator<Marker> ORDER =
            Comparator.comparingLong(Marker::epoch).thenComparing(Marker::claimId);

    public Marker {
        if (alias.isBlank() || alias.contains("@")) {
            throw new IllegalArgumentException("alias: expected a name without @, found \"" + alias + "\"");
        }
        if (epoch < 0) {
            throw new IllegalArgumentException("epoch: expected 0 or more, found " + epoch);
        }
        if (!claimId.matches("[A-Za-z0-9-]{1,64}")) {
            throw new IllegalArgumentException(
                    "claimId: expected 1 to 64 letters, digits or hyphens, found \"" + claimId + "\"");
        }
    }

    /** The marker that an alias name stands for, or empty if it is not one of {@code alias}. */
    public static Optional<Marker> parse(String alias, String aliasName) {
        Matcher matcher = FORM.matcher(aliasName);
        if (!matcher.matches() || !matcher.group("alias").equals(alias)) {
            return Optional.empty();
        }
        return Optional.of(new Marker(alias, Long.parseLong(matcher.group("epoch")), matcher.group("claim")));
    }

    public String aliasName() {
        return alias + "@" + epoch + "@" + claimId;
    }

    @Override
    public int compareTo(Marker other) {
        return ORDER.compare(this, other);
    }
}
