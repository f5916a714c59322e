/** The recovery report. */
@NullMarked
package io.lifeboat.verifier.report;

import org.jspecify.annotations.NullMarked;
