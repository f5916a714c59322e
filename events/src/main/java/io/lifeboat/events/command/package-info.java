/** What operators ask for: commands, their signatures and keys. */
@NullMarked
package io.lifeboat.events.command;

import org.jspecify.annotations.NullMarked;
