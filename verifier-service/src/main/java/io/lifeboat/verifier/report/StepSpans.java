package io.lifeboat.verifier.report;

import io.lifeboat.events.fold.Ruling;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.incident.StepClaimed;
import io.lifeboat.events.incident.StepEnded;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From when to when each step ran, by the records that count: its first claim, its last result. */
final class StepSpans {
    private final Map<StepId, Instant> began = new HashMap<>();
    private final Map<StepId, Instant> ended = new HashMap<>();

    private StepSpans() {}

    static StepSpans of(IncidentId incident, List<Ruled> records) {
        StepSpans spans = new StepSpans();
        for (Ruled ruled : records) {
            if (ruled.ruling() instanceof Ruling.Effective) {
                spans.see(incident, ruled);
            }
        }
        return spans;
    }

    private void see(IncidentId incident, Ruled ruled) {
        Instant at = ruled.record().appendedAt();
        if (ruled.record().event() instanceof StepClaimed claimed
                && claimed.incident().equals(incident)) {
            began.putIfAbsent(claimed.step(), at);
        } else if (ruled.record().event() instanceof StepEnded result
                && result.incident().equals(incident)) {
            ended.put(result.step(), at);
        }
    }

    Optional<Instant> began(StepId step) {
        return Optional.ofNullable(began.get(step));
    }

    /** Of its last result; a step that is under way again has one, too. */
    Optional<Instant> ended(StepId step) {
        @Nullable Instant at = ended.get(step);
        return Optional.ofNullable(at);
    }
}
