/** Aliases, and the conditional switch of one. */
@NullMarked
package io.lifeboat.qdrant.alias;

import org.jspecify.annotations.NullMarked;
