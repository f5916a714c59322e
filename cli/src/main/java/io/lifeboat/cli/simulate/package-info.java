/** The deterministic simulator. */
@NullMarked
package io.lifeboat.cli.simulate;

import org.jspecify.annotations.NullMarked;
