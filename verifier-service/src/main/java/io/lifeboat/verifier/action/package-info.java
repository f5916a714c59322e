/** The steps that this service carries out. */
@NullMarked
package io.lifeboat.verifier.action;

import org.jspecify.annotations.NullMarked;
