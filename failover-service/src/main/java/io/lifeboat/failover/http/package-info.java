/** Bounded calls over HTTP. */
@org.jspecify.annotations.NullMarked
package io.lifeboat.failover.http;
