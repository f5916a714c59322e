/** A sample application: reads and writes through the workspace's public address, and counts what its users suffer. */
@NullMarked
package io.lifeboat.lab.app;

import org.jspecify.annotations.NullMarked;
