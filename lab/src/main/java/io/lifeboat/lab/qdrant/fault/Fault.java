package io.lifeboat.lab.qdrant.fault;

import java.time.Duration;
import java.util.Optional;

/**
 * One thing that goes wrong until it is taken back.
 *
 * @param collection only this one suffers; empty for the whole node
 * @param delay how late answers are, used by {@link FaultKind#DELAY} and {@link FaultKind#SLOW_DOWNLOAD} alone
 * @param rate which part of the requests suffers, above 0 and up to 1; spread evenly, not drawn by lot
 */
public record Fault(FaultKind kind, Optional<String> collection, Duration delay, double rate) {
    public Fault {
        if (!(rate > 0 && rate <= 1)) {
            throw new IllegalArgumentException("rate " + rate + ": expected above 0 and up to 1");
        }
        if (delay.isNegative() || (isSlow(kind) && delay.isZero())) {
            throw new IllegalArgumentException(
                    "millis " + delay.toMillis() + ": expected a positive number for a delay");
        }
        if (kind == FaultKind.REFUSE && collection.isPresent()) {
            throw new IllegalArgumentException(
                    "collection " + collection.get() + ": expected none, a socket has no collection");
        }
    }

    static Fault of(FaultKind kind) {
        return new Fault(kind, Optional.empty(), Duration.ofMillis(isSlow(kind) ? 1000 : 0), 1);
    }

    private static boolean isSlow(FaultKind kind) {
        return kind == FaultKind.DELAY || kind == FaultKind.SLOW_DOWNLOAD;
    }
}
