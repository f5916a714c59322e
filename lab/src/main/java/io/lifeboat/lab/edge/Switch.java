package io.lifeboat.lab.edge;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One accepted set of the traffic value.
 *
 * @param sequence 1 for the first, then one more each
 * @param at this machine's clock
 * @param from the value before
 * @param to the value after; may be equal in all but epoch and claim: a seal
 */
record Switch(long sequence, Instant at, Traffic from, Traffic to) {

    Switch {
        if (sequence < 1) {
            throw new IllegalArgumentException("sequence: expected 1 or more, was " + sequence);
        }
    }

    boolean movesTarget() {
        return !from.target().equals(to.target());
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("sequence", sequence);
        map.put("at", at.toString());
        map.put("from", from.toMap());
        map.put("to", to.toMap());
        map.put("epoch", to.epoch());
        map.put("claimId", to.claimId());
        map.put("moved", movesTarget());
        return map;
    }
}
