/** Where notices go, one channel a file. */
@org.jspecify.annotations.NullMarked
package io.lifeboat.notifier.channel;
