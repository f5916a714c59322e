package io.lifeboat.workspaces.config;

import io.lifeboat.events.incident.Severity;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a workspace says of a scenario otherwise than the tables; absent values keep theirs. */
public record ObjectiveOverride(
        @Nullable Severity severity,
        @Nullable Duration rtoTarget,
        @Nullable Duration rtoMax,
        @Nullable Duration rpoTarget,
        @Nullable Duration rpoMax) {}
