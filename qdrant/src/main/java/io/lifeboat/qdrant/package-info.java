/** A client of one Qdrant node over REST. Start at {@link io.lifeboat.qdrant.QdrantClient}. */
@NullMarked
package io.lifeboat.qdrant;

import org.jspecify.annotations.NullMarked;
