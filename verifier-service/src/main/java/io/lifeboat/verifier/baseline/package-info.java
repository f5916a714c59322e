/** What a workspace looks like while healthy. */
@NullMarked
package io.lifeboat.verifier.baseline;

import org.jspecify.annotations.NullMarked;
