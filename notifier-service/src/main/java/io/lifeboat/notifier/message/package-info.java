/** What notices say: a text for each phase and audience. */
@org.jspecify.annotations.NullMarked
package io.lifeboat.notifier.message;
