package io.lifeboat.failover.assess;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often standbys are assessed beside the saga. */
@ConfigMapping(prefix = "lifeboat.standby")
public interface StandbySettings {

    /** Between two looks while nothing was recorded yet to compare with, and between the first few afterwards. */
    @WithDefault("2s")
    Duration firstLook();

    /** Between two looks afterwards. */
    @WithDefault("1m")
    Duration look();
}
