/** Recovery objectives and severities. */
@NullMarked
package io.lifeboat.workspaces.objective;

import org.jspecify.annotations.NullMarked;
