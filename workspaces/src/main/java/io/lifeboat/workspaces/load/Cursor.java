package io.lifeboat.workspaces.load;

import io.lifeboat.workspaces.config.Durations;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A key of the file and what stands there, if anything. Reading through it never fails: a value of another kind reads as
 * absent, as the schema has complained about it already.
 *
 * @param path such as {@code workspaces[0].id}; empty for the whole
 * @param place of the value; of the section that lacks it where it is absent
 */
record Cursor(String path, Place place, @Nullable Located value) {

    static Cursor root(Located value) {
        return new Cursor("", value.place(), value);
    }

    boolean isPresent() {
        return value != null;
    }

    Cursor get(String key) {
        Located.Entry entry =
                value instanceof Located.Mapping mapping ? mapping.entries().get(key) : null;
        String below = path.isEmpty() ? key : path + "." + key;
        return entry == null
                ? new Cursor(below, place, null)
                : new Cursor(below, entry.value().place(), entry.value());
    }

    /** The items of a list; none if it is no list. */
    List<Cursor> items() {
        List<Located> found = value instanceof Located.Sequence sequence ? sequence.items() : List.of();
        return IntStream.range(0, found.size())
                .mapToObj(index ->
                        new Cursor(path + "[" + index + "]", found.get(index).place(), found.get(index)))
                .toList();
    }

    /** The keys of a mapping in the order of the file; none if it is no mapping. */
    List<String> keys() {
        return value instanceof Located.Mapping mapping
                ? List.copyOf(mapping.entries().keySet())
                : List.of();
    }

    /** Where the key itself stands. */
    Place keyPlace(String key) {
        Located.Entry entry =
                value instanceof Located.Mapping mapping ? mapping.entries().get(key) : null;
        return entry == null ? place : entry.key();
    }

    Optional<String> text() {
        return scalar(String.class);
    }

    Optional<Boolean> flag() {
        return scalar(Boolean.class);
    }

    Optional<Integer> number() {
        return scalar(Long.class).filter(number -> number == number.intValue()).map(Long::intValue);
    }

    Optional<Double> decimal() {
        return scalar(Number.class).map(Number::doubleValue);
    }

    Optional<Duration> duration() {
        return text().map(Durations::parse);
    }

    Optional<URI> url() {
        return text().map(URI::create);
    }

    /** The value as JSON values: maps, lists, texts, numbers, booleans. */
    Optional<Object> plain() {
        return Optional.ofNullable(value).map(Cursor::plain);
    }

    private static @Nullable Object plain(Located located) {
        return switch (located) {
            case Located.Mapping mapping -> {
                Map<String, Object> values = new LinkedHashMap<>();
                mapping.entries().forEach((key, entry) -> values.put(key, plain(entry.value())));
                yield values;
            }
            case Located.Sequence sequence ->
                sequence.items().stream().map(Cursor::plain).toList();
            case Located.Scalar scalar -> scalar.value();
        };
    }

    private <T> Optional<T> scalar(Class<T> kind) {
        return value instanceof Located.Scalar scalar && kind.isInstance(scalar.value())
                ? Optional.of(kind.cast(scalar.value()))
                : Optional.empty();
    }
}
