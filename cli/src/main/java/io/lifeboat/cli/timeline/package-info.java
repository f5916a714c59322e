/** An incident's timeline, replayed from the log. */
@NullMarked
package io.lifeboat.cli.timeline;

import org.jspecify.annotations.NullMarked;
