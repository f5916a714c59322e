/** Events of {@code lifeboat.incidents}: the saga. */
@NullMarked
package io.lifeboat.events.incident;

import org.jspecify.annotations.NullMarked;
