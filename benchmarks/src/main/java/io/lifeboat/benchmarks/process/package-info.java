/** What a benchmark starts and cleans up. */
@NullMarked
package io.lifeboat.benchmarks.process;

import org.jspecify.annotations.NullMarked;
