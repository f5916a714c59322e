/** Starts the lab's processes, restarts the dead, fences those told to, and lets none outlive it. */
@NullMarked
package io.lifeboat.lab.supervisor;

import org.jspecify.annotations.NullMarked;
