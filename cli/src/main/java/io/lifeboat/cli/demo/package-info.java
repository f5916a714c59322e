/** The demonstration: a lab of its own, one fault, and the recovery as it happens. */
@NullMarked
package io.lifeboat.cli.demo;

import org.jspecify.annotations.NullMarked;
