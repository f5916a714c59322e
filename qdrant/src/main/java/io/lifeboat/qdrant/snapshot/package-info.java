/** Snapshots of collections, shards and whole storages: calls about them, and their bytes as streams. */
@NullMarked
package io.lifeboat.qdrant.snapshot;

import org.jspecify.annotations.NullMarked;
