/** When which probe runs. */
@NullMarked
package io.lifeboat.detector.probe.schedule;

import org.jspecify.annotations.NullMarked;
