/** Where backups are kept. A store holds files by path; it knows nothing of what is in them. */
@org.jspecify.annotations.NullMarked
package io.lifeboat.backup.store;
