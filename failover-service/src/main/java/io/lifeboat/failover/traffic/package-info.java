/** Traffic switches, and what they are seen to say. */
@org.jspecify.annotations.NullMarked
package io.lifeboat.failover.traffic;
