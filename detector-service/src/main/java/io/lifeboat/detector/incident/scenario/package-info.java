/** From the verdicts on all targets of a workspace to what has happened: one rule a file. */
@org.jspecify.annotations.NullMarked
package io.lifeboat.detector.incident.scenario;
