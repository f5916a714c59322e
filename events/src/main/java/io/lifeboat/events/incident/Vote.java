package io.lifeboat.events.incident;

import io.lifeboat.events.Fields;
import io.lifeboat.events.health.TargetState;
import io.lifeboat.events.id.TargetId;
import io.lifeboat.events.id.VantageId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one vantage said of one target when the incident was decided.
 *
 * @param since from when it had seen that state, by its own clock; absent if it never reported
 * @param evidence what it saw, for people
 */
public record Vote(
        VantageId vantage,
        TargetId target,
        TargetState state,
        @Nullable Instant since,
        String evidence) {
    public Vote {
        Fields.present("vantage", vantage);
        Fields.present("target", target);
        Fields.present("state", state);
        Fields.present("evidence", evidence);
    }
}
