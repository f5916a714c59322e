package io.lifeboat.failover.fence;

import io.lifeboat.saga.step.StepContext;
import io.lifeboat.saga.step.StepOutcome;
import io.lifeboat.workspaces.config.Site;
import java.time.Duration;

/** A way to keep a site from serving: a CDI bean, one file each. To fence twice is to fence. Thread-safe. */
public interface SiteFence {

    /** What the configuration calls it. */
    String type();

    /**
     * Fences a site whose fence is of this type, and reads back whether it is.
     *
     * @param within the time that is left
     */
    StepOutcome fence(Site site, StepContext context, Duration within) throws InterruptedException;
}
