/** What Lifeboat is measured by: each benchmark runs ours beside its peer, in the same run. */
@NullMarked
package io.lifeboat.benchmarks;

import org.jspecify.annotations.NullMarked;
