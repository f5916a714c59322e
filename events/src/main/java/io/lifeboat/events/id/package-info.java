/** Names of things; never bare strings across a method boundary. */
@NullMarked
package io.lifeboat.events.id;

import org.jspecify.annotations.NullMarked;
