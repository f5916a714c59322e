/** Reaching the Qdrants and applications of a workspace. */
@NullMarked
package io.lifeboat.verifier.node;

import org.jspecify.annotations.NullMarked;
