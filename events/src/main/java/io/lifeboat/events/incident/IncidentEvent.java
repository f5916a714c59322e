package io.lifeboat.events.incident;

import io.lifeboat.events.Event;

/** What stands in {@code lifeboat.incidents}. */
public sealed interface IncidentEvent extends Event permits PartitionEvent, WorkspaceEvent {}
