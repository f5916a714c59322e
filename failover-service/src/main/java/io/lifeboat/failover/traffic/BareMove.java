package io.lifeboat.failover.traffic;

import io.lifeboat.events.plan.Arguments;
import io.lifeboat.saga.step.StepOutcome;
import io.lifeboat.saga.traffic.Reading;
import io.lifeboat.saga.traffic.TrafficSwitch;
import java.io.IOException;

/** Moves traffic by a switch that stores neither epoch nor claim: set, read back. A late request of it cannot be stopped. */
public final class BareMove {
    private final TrafficSwitch target;
    private final Reading wanted;

    public BareMove(TrafficSwitch target, Reading wanted) {
        this.target = target;
        this.wanted = wanted;
    }

    /** Sets the value, unless it stands there already, and reads it back. */
    public StepOutcome move() throws InterruptedException {
        Reading seen;
        try {
            seen = target.read();
        } catch (IOException e) {
            return new StepOutcome.Retry("the switch cannot be read: " + e.getMessage());
        }
        return seen.value().equals(wanted.value())
                ? done("traffic goes to %s already".formatted(seen.value()))
                : set(seen);
    }

    private StepOutcome set(Reading seen) throws InterruptedException {
        try {
            if (!target.compareAndSet(seen, wanted)) {
                return new StepOutcome.Retry("the switch refused to set " + wanted.value());
            }
            Reading found = target.read();
            return found.value().equals(wanted.value())
                    ? done("traffic goes to %s, read back; this switch compares nothing".formatted(found.value()))
                    : new StepOutcome.Retry("set, but the switch says " + found.value());
        } catch (IOException e) {
            return new StepOutcome.Unsealed(
                    "%s; this switch cannot be sealed, so a late set may still land".formatted(e.getMessage()));
        }
    }

    /** After a stop: done if it landed. Else nobody can say, as a BARE request may land late. */
    public StepOutcome lookAfterStop() throws InterruptedException {
        try {
            Reading found = target.read();
            return found.value().equals(wanted.value())
                    ? done("it had landed: traffic goes to " + found.value())
                    : new StepOutcome.Unsealed(
                            "traffic goes to %s; this switch cannot be sealed, so a late set may still land"
                                    .formatted(found.value()));
        } catch (IOException e) {
            return new StepOutcome.Unsealed("the switch cannot be read: " + e.getMessage());
        }
    }

    private StepOutcome done(String why) {
        return new StepOutcome.Done(Arguments.of("value", wanted.value()).with("epoch", wanted.epoch()), why);
    }
}
