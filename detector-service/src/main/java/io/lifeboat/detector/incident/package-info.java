/** The incident side of the detector: from what vantages report and people command to what stands in the log. */
@org.jspecify.annotations.NullMarked
package io.lifeboat.detector.incident;
