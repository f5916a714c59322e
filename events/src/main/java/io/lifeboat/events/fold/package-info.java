/** What the log means: pure, total and deterministic functions from records to state. */
@NullMarked
package io.lifeboat.events.fold;

import org.jspecify.annotations.NullMarked;
