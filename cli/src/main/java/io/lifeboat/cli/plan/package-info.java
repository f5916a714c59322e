/** Recovery plans, before anything runs. */
@NullMarked
package io.lifeboat.cli.plan;

import org.jspecify.annotations.NullMarked;
