/** B8: ten steps of a recovery beside twenty raw round trips. */
@NullMarked
package io.lifeboat.benchmarks.saga;

import org.jspecify.annotations.NullMarked;
