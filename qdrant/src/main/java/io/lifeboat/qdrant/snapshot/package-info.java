/** Snapshots of a collection: list, create, delete. */
@NullMarked
package io.lifeboat.qdrant.snapshot;

import org.jspecify.annotations.NullMarked;
