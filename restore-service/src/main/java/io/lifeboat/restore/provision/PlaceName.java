package io.lifeboat.restore.provision;

import io.lifeboat.events.id.ClaimId;
import io.lifeboat.events.id.IncidentId;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Names a place by what it is for and by who makes it: two attempts never share a name. Fit for a folder, a process and a
 * Kubernetes object.
 *
 * @param purpose the incident, or the proof, in small letters
 * @param attempt of the claim: all of its digits, so that no two claims meet
 */
public record PlaceName(String purpose, String attempt) {
    private static final Pattern PART = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");
    private static final int SHORT = 12;

    public PlaceName {
        require("purpose", purpose);
        require("attempt", attempt);
    }

    /** The place of an incident's claim. */
    public static PlaceName of(IncidentId incident, ClaimId claim) {
        return new PlaceName(
                incident.value().toLowerCase(Locale.ROOT),
                claim.toString().replace("-", "").substring(0, SHORT));
    }

    /** What all attempts for one purpose begin with, and no attempt for another. */
    public String prefix() {
        return purpose + ".";
    }

    public String text() {
        return prefix() + attempt;
    }

    /** Whether a name is one of another attempt for the same purpose. */
    public boolean isRival(String name) {
        return name.startsWith(prefix()) && !name.equals(text());
    }

    private static void require(String what, String value) {
        Objects.requireNonNull(value, what);
        if (!PART.matcher(value).matches()) {
            throw new IllegalArgumentException(what + ": expected a-z, 0-9 and -, at most 40, got '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return text();
    }
}
