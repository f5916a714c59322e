package io.lifeboat.events;

import io.lifeboat.events.id.WorkspaceId;
import org.jspecify.annotations.Nullable;

/**
 * An event of a type that this version does not know. It folds to nothing and is kept; where it is marked critical its
 * reader holds the workspace read-only.
 *
 * @param workspace from the record's key; absent where the topic is not keyed by workspace
 */
public record UnknownEvent(
        String type, boolean critical, @Nullable WorkspaceId workspace) implements Event {}
