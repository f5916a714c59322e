/** Signed operator commands. */
@NullMarked
package io.lifeboat.cli.command;

import org.jspecify.annotations.NullMarked;
