package io.lifeboat.lab.edge;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The value a traffic switch reads and sets as a whole.
 *
 * @param target where requests are sent
 * @param epoch rises with each claim of a traffic step; 0 before the first
 * @param claimId the claim under which it was set; empty only at epoch 0
 */
public record Traffic(Target target, long epoch, String claimId) {

    private static final int MAX_CLAIM_ID = 200;

    public Traffic {
        if (epoch < 0) {
            throw new IllegalArgumentException("epoch: expected 0 or more, was " + epoch);
        }
        if (claimId.length() > MAX_CLAIM_ID) {
            throw new IllegalArgumentException("claimId: expected at most 200 characters, was " + claimId.length());
        }
        if (claimId.isBlank() && epoch > 0) {
            throw new IllegalArgumentException("claimId: expected a claim at epoch " + epoch + ", was blank");
        }
    }

    /** The value before any claim. */
    public static Traffic initial(Target target) {
        return new Traffic(target, 0, "");
    }

    boolean isInitial() {
        return epoch == 0 && claimId.isEmpty();
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("target", target.toString());
        map.put("epoch", epoch);
        map.put("claimId", claimId);
        return map;
    }
}
