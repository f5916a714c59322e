package io.lifeboat.workspaces.plan;

import io.lifeboat.events.plan.Arguments;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is to be brought back.
 *
 * @param at the newest backup at or before this moment; the newest proven one if absent
 * @param backup exactly this one, by its name in the catalogue
 * @param collections all of the backup's if empty
 * @param into the address of a Qdrant; the site's own if absent
 */
public record RestoreWish(Optional<Instant> at, Optional<String> backup, List<String> collections, Optional<URI> into) {
    public static final RestoreWish NEWEST =
            new RestoreWish(Optional.empty(), Optional.empty(), List.of(), Optional.empty());

    public RestoreWish {
        collections = List.copyOf(collections);
        if (at.isPresent() && backup.isPresent()) {
            throw new IllegalArgumentException("expected a time or a backup, got both");
        }
        into.ifPresent(RestoreWish::requireAddress);
    }

    private static void requireAddress(URI into) {
        if (into.getHost() == null
                || !List.of("http", "https").contains(into.getScheme())
                || into.getUserInfo() != null) {
            throw new IllegalArgumentException("into: expected an http address without a password, got '" + into + "'");
        }
    }

    private static URI address(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("into: expected an http address, got '" + text + "'", e);
        }
    }

    /** @throws IllegalArgumentException naming what cannot be read */
    public static RestoreWish of(Arguments values) {
        try {
            return new RestoreWish(
                    values.text("at").map(Instant::parse),
                    values.text("backup"),
                    values.texts("collections"),
                    values.text("into").map(RestoreWish::address));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("at: expected a time such as 2026-03-01T08:00:00Z", e);
        }
    }

    /** As it stands in a command and in a step. */
    public Arguments toArguments() {
        Arguments values = Arguments.none();
        if (at.isPresent()) {
            values = values.with("at", at.get().toString());
        }
        if (backup.isPresent()) {
            values = values.with("backup", backup.get());
        }
        if (!collections.isEmpty()) {
            values = values.with("collections", collections);
        }
        return into.isPresent() ? values.with("into", into.get().toString()) : values;
    }
}
