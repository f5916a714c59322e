/** What a kept backup is: its name, its record, and the catalogue of all that are kept. */
@org.jspecify.annotations.NullMarked
package io.lifeboat.backup;
