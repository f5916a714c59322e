package io.lifeboat.failover.traffic;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often traffic targets are looked at beside the saga. */
@ConfigMapping(prefix = "lifeboat.traffic")
public interface WatchSettings {

    /** Between two looks while the log does not say which site is active. */
    @WithDefault("250ms")
    Duration firstLook();

    /** Between two looks for drift afterwards. */
    @WithDefault("5s")
    Duration driftLook();
}
