package io.lifeboat.events.serde;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.DurationDeserializer;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Reads durations. Those of one unit, such as {@code PT30S}, of which a plan has dozens, are read by hand: the JDK's pattern
 * took a fifth of the time of reading a plan. All else, and whatever is wrong, is left to Jackson.
 */
final class Durations extends StdScalarDeserializer<Duration> {
    private static final long serialVersionUID = 1L;
    private static final int MOST_CHARS = "PT".length() + 9 + 1;

    Durations() {
        super(Duration.class);
    }

    @Override
    public Duration deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        Duration simple = parser.hasToken(JsonToken.VALUE_STRING) ? simple(parser.getText()) : null;
        return simple == null ? DurationDeserializer.INSTANCE.deserialize(parser, context) : simple;
    }

    /** Nothing if the text is not a whole number of up to nine digits of one unit. */
    static @Nullable Duration simple(String text) {
        int last = text.length() - 1;
        if (last < 3 || text.length() > MOST_CHARS || text.charAt(0) != 'P' || text.charAt(1) != 'T') {
            return null;
        }
        int value = 0;
        for (int i = 2; i < last; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return null;
            }
            value = value * 10 + digit;
        }
        return switch (text.charAt(last)) {
            case 'S' -> Duration.ofSeconds(value);
            case 'M' -> Duration.ofMinutes(value);
            case 'H' -> Duration.ofHours(value);
            default -> null;
        };
    }
}
