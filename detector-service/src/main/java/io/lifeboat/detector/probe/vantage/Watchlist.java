package io.lifeboat.detector.probe.vantage;

import io.lifeboat.detector.probe.ProbeTarget;
import io.lifeboat.events.id.VantageId;
import java.util.List;

/**
 * What a vantage watches.
 *
 * @param controlsNeeded how many of its control targets must answer, else it abstains
 * @param mostRunning probes under way at a time
 */
public record Watchlist(
        VantageId vantage,
        List<ProbeTarget.Control> controls,
        int controlsNeeded,
        List<ProbeTarget.OfWorkspace> targets,
        int mostRunning) {
    /** Probes under way at a time, where nothing else is said. */
    public static final int MOST_RUNNING = 256;

    public Watchlist {
        controls = List.copyOf(controls);
        targets = List.copyOf(targets);
    }
}
