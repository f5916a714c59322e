/** Clients of the Qdrants that a workspace has, or that were made for it. */
@org.jspecify.annotations.NullMarked
package io.lifeboat.restore.node;
