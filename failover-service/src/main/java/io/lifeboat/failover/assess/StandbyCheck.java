package io.lifeboat.failover.assess;

import java.util.List;

/** One thing that must hold before a standby may take over: a CDI bean, one file each. It changes nothing. Thread-safe. */
public interface StandbyCheck {

    /** What it found; each finding names its check. */
    List<Finding> run(Standby standby) throws InterruptedException;
}
