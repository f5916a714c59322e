/** The steps of this service, one action a file. */
@org.jspecify.annotations.NullMarked
package io.lifeboat.failover.action;
