/** From votes to a verdict: only a majority of the configured vantages counts. */
@org.jspecify.annotations.NullMarked
package io.lifeboat.detector.incident.quorum;
