/** The lab: what Lifeboat is tried on. */
@NullMarked
package io.lifeboat.lab;

import org.jspecify.annotations.NullMarked;
