/** Events of {@code lifeboat.fleet}: what spans workspaces. */
@NullMarked
package io.lifeboat.events.fleet;

import org.jspecify.annotations.NullMarked;
