/** Events of {@code lifeboat.health}: what the vantages see. */
@NullMarked
package io.lifeboat.events.health;

import org.jspecify.annotations.NullMarked;
