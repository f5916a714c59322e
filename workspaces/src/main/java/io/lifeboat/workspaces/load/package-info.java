/** From the file to the values: every mistake with its line, all at once. */
@NullMarked
package io.lifeboat.workspaces.load;

import org.jspecify.annotations.NullMarked;
