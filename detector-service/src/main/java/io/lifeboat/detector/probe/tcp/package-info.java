/** The probe that holds a connection. */
@NullMarked
package io.lifeboat.detector.probe.tcp;

import org.jspecify.annotations.NullMarked;
