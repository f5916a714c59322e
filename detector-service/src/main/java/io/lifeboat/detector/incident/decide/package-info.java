/** What is to be done about a workspace's incidents now: one duty a file, each pure. */
@org.jspecify.annotations.NullMarked
package io.lifeboat.detector.incident.decide;
