/** Probes that know what a Qdrant answers. */
@NullMarked
package io.lifeboat.detector.probe.qdrant;

import org.jspecify.annotations.NullMarked;
