/** The contract of Lifeboat: what is said between its services, and what it means. */
@NullMarked
package io.lifeboat.events;

import org.jspecify.annotations.NullMarked;
