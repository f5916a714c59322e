/** What a snapshot file holds, told without a server: its parts, its ids, and what is wrong with it. */
@NullMarked
package io.lifeboat.qdrant.snapshot.inspect;

import org.jspecify.annotations.NullMarked;
