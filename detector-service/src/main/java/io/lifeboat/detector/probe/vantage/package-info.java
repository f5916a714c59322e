/** One detector instance as a place to look from: its opinions, its abstention, its beat, and what it publishes. */
@NullMarked
package io.lifeboat.detector.probe.vantage;

import org.jspecify.annotations.NullMarked;
