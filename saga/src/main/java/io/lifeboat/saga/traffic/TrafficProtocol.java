package io.lifeboat.saga.traffic;

import io.lifeboat.events.fold.Guard;
import io.lifeboat.events.fold.Guards;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.saga.step.StepOutcome;
import java.io.IOException;
import java.util.Optional;

/**
 * How a claim moves traffic so that nothing of it can land late: look, compare-and-set, read back; or seal, by writing back
 * under its own epoch and claim what the target has now. Explored by the model, run by the simulator. One object a claim;
 * run and seal may overlap: the target decides between them.
 */
public final class TrafficProtocol {
    private static final int MOST_LOOKS = 8;

    private final TrafficSwitch target;
    private final Reading wanted;
    private final Guards guards;

    /** @param wanted the value to set, the claim's epoch and its id */
    public TrafficProtocol(TrafficSwitch target, Reading wanted, Guards guards) {
        this.target = target;
        this.wanted = wanted;
        this.guards = guards;
    }

    /** Moves traffic. An unknown outcome is sealed before this returns. */
    public StepOutcome move() throws InterruptedException {
        try {
            for (int look = 0; look < MOST_LOOKS; look++) {
                Reading seen = target.read();
                Optional<StepOutcome> decided = judge(seen);
                if (decided.isPresent()) {
                    return decided.get();
                }
                if (target.compareAndSet(seen, wanted)) {
                    return confirm();
                }
            }
            return seal("the target changed at each of %d looks".formatted(MOST_LOOKS));
        } catch (IOException e) {
            return guards.stops(Guard.SEALING, true)
                    ? seal("the target did not answer: " + e.getMessage())
                    : new StepOutcome.Retry("the target did not answer: " + e.getMessage());
        }
    }

    /**
     * Ends the claim so that a request that is still under way fails its compare. What it finds is the verdict: a predecessor may
     * have moved traffic already.
     */
    public StepOutcome seal(String reason) throws InterruptedException {
        String last = reason;
        for (int look = 0; look < MOST_LOOKS; look++) {
            try {
                Reading seen = target.read();
                Optional<StepOutcome> decided = judge(seen);
                if (decided.isPresent()) {
                    return decided.get();
                }
                Reading sealed = new Reading(seen.value(), wanted.epoch(), wanted.claim());
                if (target.compareAndSet(seen, sealed)) {
                    return seen.value().equals(wanted.value()) ? done(sealed) : sealedAt(reason, seen);
                }
            } catch (IOException e) {
                last = e.getMessage();
            }
        }
        return new StepOutcome.Unsealed("%s; it could not be sealed: %s".formatted(reason, last));
    }

    /** What a look says by itself: a conflict, done already, or sealed already. */
    private Optional<StepOutcome> judge(Reading seen) {
        boolean own = seen.epoch() == wanted.epoch() && seen.claim().equals(wanted.claim());
        if (own) {
            return Optional.of(
                    seen.value().equals(wanted.value())
                            ? done(seen)
                            : new StepOutcome.Retry("sealed at " + seen.value()));
        }
        boolean higher = guards.stops(Guard.COMPARE_EPOCH, seen.epoch() > wanted.epoch());
        boolean equal = guards.stops(Guard.COMPARE_CLAIM, seen.epoch() == wanted.epoch());
        return higher || equal
                ? Optional.of(new StepOutcome.Conflict(
                        seen.epoch(), "the target carries epoch %d of claim %s".formatted(seen.epoch(), seen.claim())))
                : Optional.empty();
    }

    private static StepOutcome sealedAt(String reason, Reading seen) {
        return new StepOutcome.Retry(reason + "; sealed at " + seen.value());
    }

    private StepOutcome confirm() throws IOException, InterruptedException {
        Reading found = target.read();
        return found.equals(wanted)
                ? done(found)
                : judge(found).orElseGet(() -> new StepOutcome.Retry("written, but the target says " + found));
    }

    private static StepOutcome done(Reading found) {
        Arguments output = Arguments.of("value", found.value()).with("epoch", found.epoch());
        return new StepOutcome.Done(
                output, "traffic goes to %s, read back with epoch %d".formatted(found.value(), found.epoch()));
    }
}
