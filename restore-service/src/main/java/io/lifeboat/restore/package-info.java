/** Keeps backups and brings data back. */
@org.jspecify.annotations.NullMarked
package io.lifeboat.restore;
