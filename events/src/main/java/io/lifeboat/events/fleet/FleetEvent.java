package io.lifeboat.events.fleet;

import io.lifeboat.events.Event;

/** What stands in {@code lifeboat.fleet}: what spans workspaces. One partition, so its order is the order of all. */
public sealed interface FleetEvent extends Event
        permits FleetPinned, IncidentNumbered, BrakeSet, FleetHeld, FleetReleased {}
