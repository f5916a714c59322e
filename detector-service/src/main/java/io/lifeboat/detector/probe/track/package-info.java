/** From single results to an opinion that one may act on. Pure. */
@NullMarked
package io.lifeboat.detector.probe.track;

import org.jspecify.annotations.NullMarked;
