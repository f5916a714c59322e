/** Backups: what is kept when, from where, and for how long. */
@NullMarked
package io.lifeboat.restore.backup;

import org.jspecify.annotations.NullMarked;
