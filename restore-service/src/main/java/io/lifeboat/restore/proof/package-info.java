/** Proofs: backups are restored into a scratch server, restarted, compared and signed, in the background, before they are needed. */
@org.jspecify.annotations.NullMarked
package io.lifeboat.restore.proof;
