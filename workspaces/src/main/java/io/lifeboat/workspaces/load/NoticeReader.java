package io.lifeboat.workspaces.load;

import io.lifeboat.events.incident.Severity;
import io.lifeboat.workspaces.config.Audience;
import io.lifeboat.workspaces.config.Channel;
import io.lifeboat.workspaces.config.Contact;
import io.lifeboat.workspaces.config.Settings;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads who is told, and how. */
final class NoticeReader {
    private static final Channel LOG =
            new Channel("log", "log", Audience.OPERATORS, EnumSet.allOf(Severity.class), Settings.none());

    private final Sections sections;
    private final Findings findings;

    NoticeReader(Sections sections) {
        this.sections = sections;
        this.findings = sections.findings();
    }

    Optional<Contact> contact(Cursor at) {
        return findings.attempt(
                at,
                () -> new Contact(
                        at.get("name").text().orElseThrow(),
                        at.get("role").text().orElseThrow(),
                        sections.severities(at.get("severities")),
                        sections.settings(at.get("reach"))));
    }

    /** The log where nothing is said. */
    List<Channel> channels(Cursor at) {
        List<Channel> found = sections.list(at, this::channel);
        return found.isEmpty() ? List.of(LOG) : found;
    }

    private Optional<Channel> channel(Cursor at) {
        return findings.attempt(at, () -> {
            String type = at.get("type").text().orElseThrow();
            return new Channel(
                    at.get("id").text().orElse(type),
                    type,
                    at.get("audience")
                            .text()
                            .map(text -> Audience.valueOf(text.toUpperCase(Locale.ROOT)))
                            .orElse(Audience.OPERATORS),
                    sections.severities(at.get("severities")),
                    sections.settings(at, "type", "id", "audience", "severities"));
        });
    }
}
