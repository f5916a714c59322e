package io.lifeboat.workspaces.load;

import io.lifeboat.events.id.SiteId;
import io.lifeboat.workspaces.config.Fence;
import io.lifeboat.workspaces.config.Site;
import io.lifeboat.workspaces.config.Traffic;
import java.util.Optional;

/** Reads sites, their fences and the traffic switch. */
final class SiteReader {
    private final Sections sections;
    private final Findings findings;

    SiteReader(Sections sections) {
        this.sections = sections;
        this.findings = sections.findings();
    }

    Optional<Site> read(Cursor at) {
        return findings.attempt(
                at,
                () -> new Site(
                        new SiteId(at.get("id").text().orElseThrow()),
                        at.get("region").text().orElse(null),
                        at.get("value").text().orElseThrow(),
                        sections.urls(at.get("nodes")),
                        fence(at.get("fence")).orElse(null),
                        sections.secret(at.get("apiKey")).orElse(null)));
    }

    Optional<Traffic> traffic(Cursor at) {
        return findings.attempt(
                at,
                () -> new Traffic(
                        at.get("switch").text().orElseThrow(),
                        at.get("automatic").flag().orElse(false),
                        sections.settings(at, "switch", "automatic")));
    }

    private Optional<Fence> fence(Cursor at) {
        return at.get("switch").text().map(type -> new Fence(type, sections.settings(at, "switch")));
    }
}
