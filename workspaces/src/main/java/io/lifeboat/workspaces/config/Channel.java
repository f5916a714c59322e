package io.lifeboat.workspaces.config;

import io.lifeboat.events.incident.Severity;
import java.util.Objects;
import java.util.Set;

/**
 * Where notices go.
 *
 * @param id unique in the workspace; plans name channels by it
 * @param type {@code log}, {@code webhook}, or another one by its name
 * @param severities the incidents that it hears of; all unless said otherwise
 * @param settings what that channel takes
 */
public record Channel(String id, String type, Audience audience, Set<Severity> severities, Settings settings) {

    public Channel {
        Checks.text("type", type);
        Checks.text("id", id);
        Objects.requireNonNull(audience, "channel.audience");
        severities = Checks.ordered(severities);
    }
}
