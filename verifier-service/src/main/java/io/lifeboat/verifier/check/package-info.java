/** The checks of a recovery, one file a check. */
@NullMarked
package io.lifeboat.verifier.check;

import org.jspecify.annotations.NullMarked;
