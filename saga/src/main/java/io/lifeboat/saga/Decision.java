package io.lifeboat.saga;

import io.lifeboat.events.Event;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.plan.Arguments;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a decider wants; each with one sentence that says what, why, until when. */
public sealed interface Decision {

    String why();

    /**
     * Nothing is to be done.
     *
     * @param until when to ask again though nothing has changed; absent: only a change can matter
     */
    record Wait(@Nullable Instant until, String why) implements Decision {}

    /** These events are appended, in this order; the decider is asked again once all have been read back. */
    record Append(List<Event> events, String why) implements Decision {

        public Append {
            events = List.copyOf(events);
            if (events.isEmpty()) {
                throw new IllegalArgumentException("events: expected at least one");
            }
        }
    }

    /** A step is claimed; the participant runs it once the claim has been read back and counts. */
    record Claim(IncidentId incident, StepId step, int attempt, Arguments arguments, String why) implements Decision {}
}
