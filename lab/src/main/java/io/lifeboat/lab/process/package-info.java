/** How the parts of the lab are started, told to end, and watched. */
@NullMarked
package io.lifeboat.lab.process;

import org.jspecify.annotations.NullMarked;
