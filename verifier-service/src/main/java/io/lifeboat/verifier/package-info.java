/** Verifies recoveries through the public address, and writes their reports. */
@NullMarked
package io.lifeboat.verifier;

import org.jspecify.annotations.NullMarked;
