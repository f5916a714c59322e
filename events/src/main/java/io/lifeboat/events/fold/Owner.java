package io.lifeboat.events.fold;

import io.lifeboat.events.id.ProcessId;

/** Who may claim steps of a service in a partition. */
public record Owner(ProcessId process, long term) {}
