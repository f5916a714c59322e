package io.lifeboat.detector.probe.vantage;

import io.lifeboat.events.health.TargetReported;
import java.util.ArrayList;
import java.util.List;

/** One target's latest report on its way, and what it had to pass over. Belongs to one event loop. */
final class Letter {
    private static final int MOST_MISSED = 16;

    private final List<String> missed = new ArrayList<>();
    private TargetReported latest;
    private boolean cameBack;
    private boolean onItsWay;
    private long notBefore;

    Letter(TargetReported latest) {
        this.latest = latest;
        this.notBefore = Long.MIN_VALUE;
    }

    /** A newer report takes its place; one that was sent in vain is remembered. */
    void replace(TargetReported newer) {
        if (cameBack) {
            miss(latest);
        }
        cameBack = false;
        latest = newer;
    }

    boolean mayGo(long now) {
        return !onItsWay && (notBefore == Long.MIN_VALUE || now - notBefore >= 0);
    }

    /** What is sent now. */
    TargetReported go() {
        onItsWay = true;
        return latest;
    }

    /** The latest report, with what was passed over. */
    TargetReported text() {
        return missed.isEmpty()
                ? latest
                : new TargetReported(
                        latest.vantage(),
                        latest.process(),
                        latest.workspace(),
                        latest.target(),
                        latest.probe(),
                        latest.state(),
                        latest.since(),
                        latest.evidence(),
                        latest.detail().with("missed", List.copyOf(missed)));
    }

    /** Whether nothing newer waits. */
    boolean delivered(TargetReported sent) {
        onItsWay = false;
        missed.clear();
        return latest.equals(sent);
    }

    void returned(TargetReported sent, long earliestRetry) {
        onItsWay = false;
        notBefore = earliestRetry;
        if (latest.equals(sent)) {
            cameBack = true;
        } else {
            miss(sent);
        }
    }

    private void miss(TargetReported report) {
        if (missed.size() < MOST_MISSED) {
            missed.add("%s since %s: %s".formatted(report.state(), report.since(), report.evidence()));
        }
    }
}
