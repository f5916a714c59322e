package io.lifeboat.saga.traffic;

import java.util.Objects;

/**
 * What a traffic target stores: all three are compared in one atomic write.
 *
 * @param value where traffic goes
 * @param epoch of the claim that wrote it; 0 before the first
 * @param claim that wrote it; empty before the first
 */
public record Reading(String value, long epoch, String claim) {

    public Reading {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(claim, "claim");
        if (epoch < 0) {
            throw new IllegalArgumentException("epoch: expected 0 or more, got " + epoch);
        }
    }
}
