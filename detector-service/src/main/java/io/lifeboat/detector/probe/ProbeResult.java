package io.lifeboat.detector.probe;

import io.lifeboat.events.health.TargetState;
import io.lifeboat.events.plan.Arguments;
import java.time.Duration;
import java.util.Objects;

/**
 * What one look at a target showed.
 *
 * @param evidence one sentence for people: what was asked, what came; no secret
 * @param detail what machines need of it; only what is worth a new report when it changes, so no times and no counters
 * @param latency from the question to the evidence
 */
public record ProbeResult(TargetState state, Weight weight, String evidence, Arguments detail, Duration latency) {
    private static final int MOST_CHARACTERS = 600;

    /** How much one such result proves. */
    public enum Weight {
        /** May be a moment's trouble: it takes several, over some time. */
        SOFT,
        /** No answer in time: proves something only if it lasts, whatever the state that is made of it. */
        LATE,
        /** The target's own host said that nobody listens: two of them will do. */
        HARD
    }

    public ProbeResult {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(weight, "weight");
        Objects.requireNonNull(detail, "detail");
        if (evidence.isBlank()) {
            throw new IllegalArgumentException("evidence: expected a sentence, got nothing");
        }
        if (latency.isNegative()) {
            throw new IllegalArgumentException("latency: expected at least zero, got " + latency);
        }
        evidence = evidence.length() <= MOST_CHARACTERS ? evidence : evidence.substring(0, MOST_CHARACTERS) + "...";
    }

    public static ProbeResult up(String evidence, Duration latency) {
        return new ProbeResult(TargetState.UP, Weight.SOFT, evidence, Arguments.none(), latency);
    }

    public static ProbeResult degraded(Reason reason, String evidence, Duration latency) {
        return new ProbeResult(TargetState.DEGRADED, Weight.SOFT, evidence, reason.detail(), latency);
    }

    public static ProbeResult down(Reason reason, Weight weight, String evidence, Duration latency) {
        return new ProbeResult(TargetState.DOWN, weight, evidence, reason.detail(), latency);
    }

    /** The probe could not look: neither good nor bad. */
    public static ProbeResult unknown(String evidence, Duration latency) {
        return new ProbeResult(TargetState.UNKNOWN, Weight.SOFT, evidence, Arguments.none(), latency);
    }

    /** The same with one more detail. */
    public ProbeResult with(String name, Object value) {
        return new ProbeResult(state, weight, evidence, detail.with(name, value), latency);
    }

    /** The same, resting on answers that did not come in time. */
    public ProbeResult late() {
        return new ProbeResult(state, Weight.LATE, evidence, detail, latency);
    }

    /** The same, as having taken that long. */
    public ProbeResult within(Duration time) {
        return new ProbeResult(state, weight, evidence, detail, time);
    }
}
