/** B1: from the death of the active Qdrant to the first good answer, beside Redis Sentinel. */
@NullMarked
package io.lifeboat.benchmarks.failover;

import org.jspecify.annotations.NullMarked;
