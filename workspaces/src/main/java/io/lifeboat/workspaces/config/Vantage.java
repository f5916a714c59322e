package io.lifeboat.workspaces.config;

import io.lifeboat.events.id.VantageId;
import java.net.URI;
import java.util.List;
import java.util.Objects;

/**
 * A detector instance that votes.
 *
 * @param controls what it must be able to reach, else it abstains: {@code http(s)://} or {@code tcp://host:port}
 * @param controlsNeeded how many of them must answer, 1 unless said otherwise; 0 where there are none
 */
public record Vantage(VantageId id, List<URI> controls, int controlsNeeded) {

    public Vantage {
        Objects.requireNonNull(id, "vantage.id");
        controls = List.copyOf(controls);
        Checks.within("controlsNeeded", controlsNeeded, Math.min(1, controls.size()), controls.size());
    }
}
