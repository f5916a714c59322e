/** What the log says now. */
@NullMarked
package io.lifeboat.cli.status;

import org.jspecify.annotations.NullMarked;
