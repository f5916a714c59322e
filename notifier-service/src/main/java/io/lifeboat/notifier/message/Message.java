package io.lifeboat.notifier.message;

import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.Severity;
import io.lifeboat.workspaces.config.Audience;

/**
 * A notice as people read it.
 *
 * @param subject one line
 * @param text several lines, each ended
 */
public record Message(
        WorkspaceId workspace,
        IncidentId incident,
        Severity severity,
        Phase phase,
        Audience audience,
        String subject,
        String text) {}
