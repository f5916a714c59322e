/** The order-independent digest of a collection's content. */
@NullMarked
package io.lifeboat.qdrant.digest;

import org.jspecify.annotations.NullMarked;
