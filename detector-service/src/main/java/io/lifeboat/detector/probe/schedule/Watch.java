package io.lifeboat.detector.probe.schedule;

import io.lifeboat.detector.probe.Probe;
import io.lifeboat.detector.probe.ProbeResult;
import io.lifeboat.detector.probe.ProbeSettings;
import io.lifeboat.detector.probe.ProbeTarget;
import io.lifeboat.detector.probe.track.AdaptiveTimeout;
import io.lifeboat.detector.probe.track.TargetTracker;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** One probe on one target, and where it stands. Not thread-safe: belongs to the scheduler's event loop. */
final class Watch {
    /** A quick bad answer is asked about again after this long, not at once: it is no silence to be measured. */
    private static final Duration RECHECK = Duration.ofMillis(250);

    /** The next tick. */
    static final Duration SOON = Duration.ofMillis(1);

    private final ProbeTarget target;
    private final Probe probe;
    private TargetTracker tracker;
    private AdaptiveTimeout timeout;
    private boolean running;
    private boolean queued;
    private boolean again;
    private boolean removed;
    private long timer;

    Watch(ProbeTarget target, Probe probe, Instant now) {
        ProbeSettings settings = target.settings();
        this.target = target;
        this.probe = probe;
        this.tracker = TargetTracker.begin(settings.hysteresis(), now);
        this.timeout = AdaptiveTimeout.between(settings.minTimeout(), settings.timeout());
    }

    ProbeTarget target() {
        return target;
    }

    Probe probe() {
        return probe;
    }

    TargetTracker tracker() {
        return tracker;
    }

    Duration timeout() {
        return timeout.timeout();
    }

    boolean removed() {
        return removed;
    }

    void remove() {
        removed = true;
    }

    /** False if it is under way or waiting already; if under way, it will run again right after. */
    boolean claimQueue() {
        if (running) {
            again = true;
        }
        if (running || queued || removed) {
            return false;
        }
        queued = true;
        return true;
    }

    /** Sets its one timer: an earlier one no longer counts. */
    long setTimer() {
        return ++timer;
    }

    boolean awaits(long number) {
        return timer == number;
    }

    void started() {
        timer++;
        queued = false;
        running = true;
    }

    /** Whether it was asked for once more in the meantime. */
    boolean ended() {
        running = false;
        boolean wanted = again;
        again = false;
        return wanted;
    }

    /** Takes a result in. */
    void learn(ProbeResult result, Instant now) {
        timeout = switch (result.weight()) {
            case SOFT -> timeout.after(result.latency());
            case LATE -> timeout.afterSilence();
            case HARD -> timeout;
        };
        tracker = tracker.after(result, now);
    }

    /** How long to wait before the next look. */
    Duration pause(ProbeResult last, RandomGenerator random) {
        if (!tracker.suspects()) {
            return jittered(calmPause(), random);
        }
        return switch (last.weight()) {
            case SOFT -> shorter(RECHECK, probe.period(target));
            case LATE, HARD -> SOON;
        };
    }

    /** What gets better is looked at as often as by the quickest probe: it is to be believed soon. */
    private Duration calmPause() {
        Duration period = probe.period(target);
        return tracker.run().isPresent() ? shorter(period, target.settings().period()) : period;
    }

    /** Where in the target's period it begins, so that a thousand targets do not begin together. */
    Duration firstPause(RandomGenerator random) {
        Duration within = shorter(probe.period(target), target.settings().period());
        return Duration.ofNanos((long) (random.nextDouble() * within.toNanos()));
    }

    private Duration jittered(Duration period, RandomGenerator random) {
        double share = 1 + target.settings().jitter() * (2 * random.nextDouble() - 1);
        return Duration.ofNanos((long) (period.toNanos() * share));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
