/** Kept backups, as files: what is in them, and whether they are sound. */
@NullMarked
package io.lifeboat.cli.backup;

import org.jspecify.annotations.NullMarked;
