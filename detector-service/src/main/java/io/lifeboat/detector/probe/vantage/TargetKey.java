package io.lifeboat.detector.probe.vantage;

import io.lifeboat.events.id.TargetId;
import io.lifeboat.events.id.WorkspaceId;

/** A target among those of all workspaces. */
public record TargetKey(WorkspaceId workspace, TargetId target) {}
