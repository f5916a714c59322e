/** What is protected and how: the values of {@code workspaces.yaml}, immutable, with defaults for all that is optional. */
@NullMarked
package io.lifeboat.workspaces.config;

import org.jspecify.annotations.NullMarked;
