package io.lifeboat.events.plan;

/**
 * How many different people must approve before a step may be claimed.
 *
 * @param persons 0 for none; at most 5
 */
public record Approval(int persons) {
    public static final Approval NONE = new Approval(0);

    public Approval {
        if (persons < 0 || persons > 5) {
            throw new IllegalArgumentException("approval.persons: expected 0 to 5, got " + persons);
        }
    }

    public boolean needed() {
        return persons > 0;
    }
}
