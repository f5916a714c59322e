package io.lifeboat.detector.incident;

import io.lifeboat.detector.incident.decide.IncidentDecider;
import io.lifeboat.detector.incident.scenario.Classifier;

/** What one workspace is judged and decided by. */
record Desk(Classifier classifier, IncidentDecider decider) {}
