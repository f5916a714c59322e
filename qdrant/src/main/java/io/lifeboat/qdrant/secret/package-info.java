/** Secrets by reference, resolved late and never shown. */
@NullMarked
package io.lifeboat.qdrant.secret;

import org.jspecify.annotations.NullMarked;
