/** B7: a million events read back, beside a bare consumer. */
@NullMarked
package io.lifeboat.benchmarks.log;

import org.jspecify.annotations.NullMarked;
