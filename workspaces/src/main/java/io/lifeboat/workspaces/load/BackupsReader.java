package io.lifeboat.workspaces.load;

import io.lifeboat.workspaces.config.BackupPlace;
import io.lifeboat.workspaces.config.BackupSource;
import io.lifeboat.workspaces.config.Backups;
import io.lifeboat.workspaces.config.Keep;
import io.lifeboat.workspaces.config.Settings;
import io.lifeboat.workspaces.objective.ProtectedData;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what is kept, where, and for how long. */
final class BackupsReader {
    private static final String QDRANT = "qdrant";
    private static final Duration FULL = Duration.ofDays(1);

    private final Sections sections;
    private final Findings findings;

    BackupsReader(Sections sections) {
        this.sections = sections;
        this.findings = sections.findings();
    }

    Optional<Backups> read(Cursor at) {
        if (!at.isPresent()) {
            return Optional.empty();
        }
        Optional<BackupPlace> store = place(at.get("store"));
        Optional<BackupPlace> scratch = place(at.get("scratch"));
        List<BackupSource> sources = sources(at.get("sources"));
        Keep keep = keep(at.get("keep"));
        return findings.attempt(
                at,
                () -> new Backups(
                        store.orElseThrow(),
                        sources,
                        keep,
                        sections.secret(at.get("encryption")).orElse(null),
                        at.get("provenWithin").duration().orElse(Backups.PROVEN_WITHIN),
                        scratch.orElse(null),
                        at.get("status").url().orElse(null),
                        sections.secret(at.get("token")).orElse(null)));
    }

    private Optional<BackupPlace> place(Cursor at) {
        return at.isPresent()
                ? findings.attempt(
                        at, () -> new BackupPlace(at.get("type").text().orElseThrow(), sections.settings(at, "type")))
                : Optional.empty();
    }

    /** The workspace's Qdrant where nothing is said. */
    private List<BackupSource> sources(Cursor at) {
        return at.isPresent()
                ? sections.list(at, this::source)
                : List.of(new BackupSource(
                        QDRANT,
                        QDRANT,
                        ProtectedData.COLLECTIONS,
                        ProtectedData.COLLECTIONS.rpoTarget(),
                        FULL,
                        Settings.none()));
    }

    private Optional<BackupSource> source(Cursor at) {
        return findings.attempt(at, () -> {
            String type = at.get("type").text().orElseThrow();
            ProtectedData data = at.get("data")
                    .text()
                    .map(text ->
                            ProtectedData.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_')))
                    .orElse(BackupSource.dataOf(type));
            Duration every = at.get("every").duration().orElse(data.rpoTarget());
            return new BackupSource(
                    at.get("id").text().orElse(type),
                    type,
                    data,
                    every,
                    at.get("full").duration().orElse(every.compareTo(FULL) > 0 ? every : FULL),
                    sections.settings(at, "id", "type", "data", "every", "full"));
        });
    }

    private Keep keep(Cursor at) {
        Keep otherwise = Keep.DEFAULT;
        return findings.attempt(
                        at,
                        () -> new Keep(
                                at.get("hourly").number().orElse(otherwise.hourly()),
                                at.get("daily").number().orElse(otherwise.daily()),
                                at.get("weekly").number().orElse(otherwise.weekly()),
                                at.get("monthly").number().orElse(otherwise.monthly()),
                                at.get("yearly").number().orElse(otherwise.yearly())))
                .orElse(otherwise);
    }
}
