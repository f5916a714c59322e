/** The catalogue of step types: owner, arguments, effect classes. */
@NullMarked
package io.lifeboat.events.step;

import org.jspecify.annotations.NullMarked;
