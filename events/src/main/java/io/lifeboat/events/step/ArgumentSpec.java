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

    /** Says what stands there instead of this argument of a step, or nothing if it fits. */
    public Optional<String> mismatch(Arguments arguments) {
        Object value = arguments.values().get(name);
        if (value == null) {
            return required ? Optional.of("argument '%s' is missing".formatted(name)) : Optional.empty();
        }
        return fits(value) ? Optional.empty() : Optional.of("argument '%s' is %s".formatted(name, kindOf(value)));
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

    /** The value itself is not repeated: it may hold what nobody should read. */
    private static String kindOf(Object value) {
        return switch (value) {
            case Number number -> "a number";
            case Boolean flag -> "true or false";
            case java.util.List<?> list -> "a list";
            case java.util.Map<?, ?> map -> "a mapping";
            default -> "a text";
        };
    }

    /** What must stand there, in words. */
    public String expected() {
        return switch (kind) {
            case TEXT -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case LIST -> "a list";
            case MAP -> "a mapping";
        };
    }
}
