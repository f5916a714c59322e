/** The steps that bring data back: one file a step. */
@org.jspecify.annotations.NullMarked
package io.lifeboat.restore.action;
