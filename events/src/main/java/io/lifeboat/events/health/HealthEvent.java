package io.lifeboat.events.health;

import io.lifeboat.events.Event;
import io.lifeboat.events.id.VantageId;

/** What stands in {@code lifeboat.health}. */
public sealed interface HealthEvent extends Event permits TargetReported, VantageBeat {

    VantageId vantage();
}
