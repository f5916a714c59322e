/** Faults on purpose, in the lab. */
@NullMarked
package io.lifeboat.cli.fail;

import org.jspecify.annotations.NullMarked;
