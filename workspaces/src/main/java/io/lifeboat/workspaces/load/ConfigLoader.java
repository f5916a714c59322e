package io.lifeboat.workspaces.load;

import io.lifeboat.workspaces.config.LifeboatConfig;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads {@code workspaces.yaml}. Every mistake is told at once, with its line; nothing is resolved or contacted but the
 * operators' public keys. Thread-safe.
 */
public final class ConfigLoader {
    private ConfigLoader() {}

    /** References to files in it are relative to its folder. */
    public static LoadResult load(Path path) {
        Path name = path.getFileName();
        Findings findings = new Findings(name == null ? path.toString() : name.toString());
        Path folder = path.toAbsolutePath().normalize().getParent();
        return SourceFile.read(path, findings)
                .map(text -> parse(text, folder == null ? path.toAbsolutePath() : folder, findings))
                .orElseGet(() -> new LoadResult.Invalid(findings.problems()));
    }

    private static LoadResult parse(String text, Path folder, Findings findings) {
        Optional<LifeboatConfig> config =
                YamlSource.read(text, findings).flatMap(whole -> read(whole, folder, findings));
        return findings.isClean() && config.isPresent()
                ? new LoadResult.Loaded(config.get(), findings.warnings())
                : new LoadResult.Invalid(findings.problems());
    }

    private static Optional<LifeboatConfig> read(Located whole, Path folder, Findings findings) {
        Cursor root = Cursor.root(whole);
        SchemaCheck.check(root, whole, findings);
        Optional<LifeboatConfig> config = new FleetReader(new Sections(folder, findings)).read(root);
        Rules.check(root, findings);
        return config;
    }
}
