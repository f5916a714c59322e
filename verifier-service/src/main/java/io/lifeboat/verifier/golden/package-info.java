/** Queries whose answers are recorded while healthy, and asked again after a recovery. */
@NullMarked
package io.lifeboat.verifier.golden;

import org.jspecify.annotations.NullMarked;
