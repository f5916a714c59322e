/** Recovery plans: the defaults, and those of the file. */
@NullMarked
package io.lifeboat.workspaces.plan;

import org.jspecify.annotations.NullMarked;
