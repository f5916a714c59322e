/** B4: what it costs to watch a thousand targets. */
@NullMarked
package io.lifeboat.benchmarks.probes;

import org.jspecify.annotations.NullMarked;
