/** How much memory each service takes. */
@NullMarked
package io.lifeboat.benchmarks.memory;

import org.jspecify.annotations.NullMarked;
