/** Ways to keep a site from serving. */
@org.jspecify.annotations.NullMarked
package io.lifeboat.failover.fence;
