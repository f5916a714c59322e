package io.lifeboat.events.step;

import io.lifeboat.events.plan.Arguments;
import java.util.Optional;

/** One argument of a step type: its name, what it must be, and whether it must be there. */
public record ArgumentSpec(String name, Kind kind, boolean required) {

    /** The kinds of value that an argument can have. */
    public enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        LIST,
        MAP
    }

    public static ArgumentSpec required(String name, Kind kind) {
        return new ArgumentSpec(name, kind, true);
    }

    public static ArgumentSpec optional(String name, Kind kind) {
        return new ArgumentSpec(name, kind, false);
    }

    /** Says what is wrong with this argument of a step, or nothing. */
    public Optional<String> problem(Arguments arguments) {
        Object value = arguments.values().get(name);
        if (value == null) {
            return required
                    ? Optional.of("argument '%s' is missing, expected %s".formatted(name, kindName()))
                    : Optional.empty();
        }
        return fits(value)
                ? Optional.empty()
                : Optional.of("argument '%s' is %s, expected %s".formatted(name, value, kindName()));
    }

    private boolean fits(Object value) {
        return switch (kind) {
            case TEXT -> value instanceof String;
            case NUMBER -> value instanceof Number;
            case BOOLEAN -> value instanceof Boolean;
            case LIST -> value instanceof java.util.List;
            case MAP -> value instanceof java.util.Map;
        };
    }

    private String kindName() {
        return switch (kind) {
            case TEXT -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case LIST -> "a list";
            case MAP -> "a mapping";
        };
    }
}
