/** Watches targets: what a probe is, what it is given and what it says. */
@NullMarked
package io.lifeboat.detector.probe;

import org.jspecify.annotations.NullMarked;
