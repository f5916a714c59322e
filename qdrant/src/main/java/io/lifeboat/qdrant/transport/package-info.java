/** How one request travels to a Qdrant and its raw answer comes back, bounded in time and size. */
@NullMarked
package io.lifeboat.qdrant.transport;

import org.jspecify.annotations.NullMarked;
