/** How a backup lies in its folder: the layout of the field, and Lifeboat's own file beside it. */
@org.jspecify.annotations.NullMarked
package io.lifeboat.backup.layout;
