/** The topics and how each is kept. */
@NullMarked
package io.lifeboat.events.topic;

import org.jspecify.annotations.NullMarked;
