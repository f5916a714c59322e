/** Encryption of kept files: AES-256-GCM in chunks, so that a file can be read from any offset and never be cut unnoticed. */
@org.jspecify.annotations.NullMarked
package io.lifeboat.backup.seal;
