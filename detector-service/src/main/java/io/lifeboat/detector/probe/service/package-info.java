/** The vantage as part of the detector's process: its beans, its metrics, its way to Kafka. */
@NullMarked
package io.lifeboat.detector.probe.service;

import org.jspecify.annotations.NullMarked;
