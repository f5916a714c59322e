package io.lifeboat.workspaces.config;

import io.lifeboat.events.incident.Severity;
import java.util.Set;

/**
 * A person or a team to call.
 *
 * @param role {@code primary-on-call}, {@code secondary-on-call}, {@code engineering-lead}, {@code operations-lead},
 *     {@code security-team}, or what the house calls it
 * @param severities the incidents that they are called for; all unless said otherwise
 * @param reach addresses by kind of channel
 */
public record Contact(String name, String role, Set<Severity> severities, Settings reach) {

    public Contact {
        Checks.text("name", name);
        Checks.text("role", role);
        severities = Checks.ordered(severities);
    }
}
