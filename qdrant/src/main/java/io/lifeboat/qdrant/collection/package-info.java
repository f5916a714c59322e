/** Collections: their listing, state and configuration. */
@NullMarked
package io.lifeboat.qdrant.collection;

import org.jspecify.annotations.NullMarked;
