/** Recovery plans: typed steps with needs, approvals, retries and compensation. */
@NullMarked
package io.lifeboat.events.plan;

import org.jspecify.annotations.NullMarked;
