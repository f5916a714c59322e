/** The benchmarks. */
@NullMarked
package io.lifeboat.cli.bench;

import org.jspecify.annotations.NullMarked;
