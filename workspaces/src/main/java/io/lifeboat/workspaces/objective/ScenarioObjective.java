package io.lifeboat.workspaces.objective;

import io.lifeboat.events.incident.Objective;
import io.lifeboat.events.incident.Severity;

/** A row of the table of objectives. */
public record ScenarioObjective(Severity severity, Objective objective, Automation automation) {}
