/** How events stand in a record: CloudEvents in binary mode with JSON bodies. */
@NullMarked
package io.lifeboat.events.serde;

import org.jspecify.annotations.NullMarked;
