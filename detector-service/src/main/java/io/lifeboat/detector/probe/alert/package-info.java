/** Alertmanager's alerts as the word of one more probe. */
@NullMarked
package io.lifeboat.detector.probe.alert;

import org.jspecify.annotations.NullMarked;
