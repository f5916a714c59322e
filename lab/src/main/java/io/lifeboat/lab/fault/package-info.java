/** Faults between a client and any real server. */
@NullMarked
package io.lifeboat.lab.fault;

import org.jspecify.annotations.NullMarked;
