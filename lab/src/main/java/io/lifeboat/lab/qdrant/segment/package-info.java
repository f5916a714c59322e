/**
 * The segments of a shard, in memory and as files in the layout of Qdrant 1.18.3 (read from real snapshots and from its
 * source): what {@code snapshots} packs and what lies at rest.
 */
@NullMarked
package io.lifeboat.lab.qdrant.segment;

import org.jspecify.annotations.NullMarked;
