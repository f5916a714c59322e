/** Files that hold what they were told, though the process is killed at any moment. */
@NullMarked
package io.lifeboat.lab.storage;

import org.jspecify.annotations.NullMarked;
