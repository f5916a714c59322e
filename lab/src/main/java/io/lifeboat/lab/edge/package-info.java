/** The workspace's public address: a reverse proxy whose target is moved by compare-and-set, and its copying to the standby. */
@NullMarked
package io.lifeboat.lab.edge;

import org.jspecify.annotations.NullMarked;
