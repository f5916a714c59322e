package io.lifeboat.workspaces.config;

import java.time.Duration;

/**
 * Stops automatic recovery when too many workspaces fail at once.
 *
 * @param most incidents that may recover by themselves within the window, 3 unless said otherwise
 * @param window 10 minutes unless said otherwise
 */
public record Brake(int most, Duration window) {
    public static final Brake DEFAULT = new Brake(3, Duration.ofMinutes(10));

    public Brake {
        Checks.within("most", most, 1, 10_000);
        Checks.positive("window", window);
    }
}
