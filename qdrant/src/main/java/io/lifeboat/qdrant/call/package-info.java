/** One call: an endpoint, a path, a transport and the judgement of what came back. */
@NullMarked
package io.lifeboat.qdrant.call;

import org.jspecify.annotations.NullMarked;
