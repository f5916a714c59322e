package io.lifeboat.events.incident;

/** Concerns a whole partition: which one is told by where the record stands. */
public sealed interface PartitionEvent extends IncidentEvent permits LogPinned, OwnerMarked {}
