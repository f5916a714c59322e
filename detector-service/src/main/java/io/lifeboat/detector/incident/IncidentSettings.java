package io.lifeboat.detector.incident;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the incident side paces itself. */
@ConfigMapping(prefix = "lifeboat.incident")
public interface IncidentSettings {

    /** How long stability is watched after a recovery. */
    @WithDefault("24h")
    Duration watching();

    /** Time between two updates while an incident lasts. */
    @WithDefault("15m")
    Duration update();

    /** How much longer than its time-out a claimed step may be silent. */
    @WithDefault("15s")
    Duration silence();

    /** How long after a recovery old evidence may linger before it is a relapse. */
    @WithDefault("1m")
    Duration settle();

    /** How long one node, an application or a standby must fail before it is an incident. */
    @WithDefault("5s")
    Duration partialGrace();
}
