package io.lifeboat.workspaces.load;

import io.lifeboat.events.incident.Severity;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.workspaces.config.SecretRef;
import io.lifeboat.workspaces.config.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the readers of sections share.
 *
 * @param folder of the file, for references to other files
 */
record Sections(Path folder, Findings findings) {

    /** What could be made of the items of a list; those that could not are problems. */
    <T> List<T> list(Cursor at, Function<Cursor, Optional<T>> read) {
        return at.items().stream().flatMap(item -> read.apply(item).stream()).toList();
    }

    Optional<SecretRef> secret(Cursor at) {
        return at.text().map(text -> SecretRef.parse(text, folder));
    }

    List<URI> urls(Cursor at) {
        return at.items().stream().flatMap(item -> item.url().stream()).toList();
    }

    Set<Severity> severities(Cursor at) {
        Set<Severity> named = at.items().stream()
                .flatMap(item -> item.text().stream())
                .map(Severity::valueOf)
                .collect(Collectors.toSet());
        return named.isEmpty() ? EnumSet.allOf(Severity.class) : named;
    }

    /** Everything in a section but what Lifeboat itself reads of it. */
    Settings settings(Cursor at, String... known) {
        Map<String, Object> values = new LinkedHashMap<>();
        at.keys().stream()
                .filter(key -> !List.of(known).contains(key))
                .forEach(key -> at.get(key).plain().ifPresent(value -> values.put(key, value)));
        return new Settings(new Arguments(values), folder);
    }
}
