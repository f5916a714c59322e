package io.lifeboat.workspaces.load;

import io.lifeboat.workspaces.config.BadValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Problems and warnings as they are found; one problem for a key, the first. Not thread-safe. */
final class Findings {
    private final String file;
    private final Map<String, Problem> problems = new LinkedHashMap<>();
    private final List<Problem> warnings = new ArrayList<>();

    Findings(String file) {
        this.file = file;
    }

    void problem(Place place, String key, String found, String expected) {
        problems.putIfAbsent(key + place, new Problem(file, place, key, found, expected));
    }

    void problem(Cursor at, String found, String expected) {
        problem(at.place(), at.path(), found, expected);
    }

    void warn(Cursor at, String found, String expected) {
        warnings.add(new Problem(file, at.place(), at.path(), found, expected));
    }

    /** Whether something is wrong with a key or with what stands below it. */
    boolean isWrong(Cursor at) {
        String path = at.path();
        return problems.values().stream().map(Problem::key).anyMatch(key -> isWithin(key, path));
    }

    /** What a section makes of its values; nothing if one of them is wrong or is refused, which is then a problem. */
    <T> Optional<T> attempt(Cursor at, Supplier<T> make) {
        if (isWrong(at)) {
            return Optional.empty();
        }
        try {
            return Optional.of(make.get());
        } catch (BadValue e) {
            problem(e.field().isEmpty() ? at : at.get(e.field()), e.found(), e.expected());
            return Optional.empty();
        }
    }

    boolean isClean() {
        return problems.isEmpty();
    }

    List<Problem> problems() {
        return sorted(problems.values());
    }

    List<Problem> warnings() {
        return sorted(warnings);
    }

    private static List<Problem> sorted(Collection<Problem> found) {
        return found.stream()
                .sorted(Comparator.comparing(Problem::place).thenComparing(Problem::key))
                .toList();
    }

    private static boolean isWithin(String key, String path) {
        return path.isEmpty() || key.equals(path) || key.startsWith(path + ".") || key.startsWith(path + "[");
    }
}
