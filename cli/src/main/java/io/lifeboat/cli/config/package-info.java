/** Checks of the configuration. */
@NullMarked
package io.lifeboat.cli.config;

import org.jspecify.annotations.NullMarked;
