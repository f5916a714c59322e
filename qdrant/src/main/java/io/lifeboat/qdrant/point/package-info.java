/** Points: their ids, and reading, counting, querying and writing them. */
@NullMarked
package io.lifeboat.qdrant.point;

import org.jspecify.annotations.NullMarked;
