/** Tells people: nothing is sent but by a claimed step. */
@org.jspecify.annotations.NullMarked
package io.lifeboat.notifier;
