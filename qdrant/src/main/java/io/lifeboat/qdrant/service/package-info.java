/** What a node tells about itself, its shards and its cluster. */
@NullMarked
package io.lifeboat.qdrant.service;

import org.jspecify.annotations.NullMarked;
