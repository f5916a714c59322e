package io.lifeboat.lab.edge;

import java.util.Optional;

/** When a set is refused. Pure. */
final class TrafficRule {

    private TrafficRule() {}

    /** The reason why the set is refused, or nothing if it is to be stored. All three parts of the value are compared. */
    static Optional<String> refusal(Traffic current, Traffic expected, Traffic wanted) {
        if (!current.equals(expected)) {
            return Optional.of("the current value is not the expected one");
        }
        if (wanted.epoch() < current.epoch()) {
            return Optional.of("epoch " + wanted.epoch() + " is lower than the current " + current.epoch());
        }
        boolean sameEpochOtherClaim =
                wanted.epoch() == current.epoch() && !wanted.claimId().equals(current.claimId());
        if (sameEpochOtherClaim && !current.isInitial()) {
            return Optional.of("epoch " + current.epoch() + " belongs to another claim");
        }
        return Optional.empty();
    }
}
