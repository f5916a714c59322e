/** The {@code lifeboat} command; each package under this one is a group of commands. */
@NullMarked
package io.lifeboat.cli;

import org.jspecify.annotations.NullMarked;
