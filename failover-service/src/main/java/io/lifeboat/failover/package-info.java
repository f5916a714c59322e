/** Assesses the standby, fences the old site, moves traffic. */
@org.jspecify.annotations.NullMarked
package io.lifeboat.failover;
