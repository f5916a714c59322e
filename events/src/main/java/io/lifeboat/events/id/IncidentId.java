package io.lifeboat.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The incident number that people read aloud: INC-YYYY-MM-DD-NNN, unique in the fleet by the order of its log. Immutable; ordered by its text. */
public record IncidentId(@JsonValue String value) implements Comparable<IncidentId> {
    /** What fits into the number. */
    public static final int MOST_A_DAY = 999_999;

    private static final Pattern FORM = Pattern.compile("INC-\\d{4}-\\d{2}-\\d{2}-\\d{3,6}");

    /** @throws IllegalArgumentException if the value is not INC-YYYY-MM-DD-NNN */
    @JsonCreator
    public IncidentId {
        Texts.require("IncidentId", value, FORM, "INC-YYYY-MM-DD-NNN");
    }

    /** The number of that day, at least three digits wide. */
    public static IncidentId of(java.time.LocalDate day, int number) {
        return new IncidentId("INC-%s-%03d".formatted(day, number));
    }

    @Override
    public int compareTo(IncidentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
