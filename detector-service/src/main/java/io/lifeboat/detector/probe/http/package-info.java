/** Probes that ask by HTTP, and how they ask. */
@NullMarked
package io.lifeboat.detector.probe.http;

import org.jspecify.annotations.NullMarked;
