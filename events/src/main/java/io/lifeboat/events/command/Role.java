package io.lifeboat.events.command;

/** What a key's owner may ask for. */
public enum Role {
    /** Everything but approvals. */
    OPERATOR,
    /** Approves and rejects steps. */
    APPROVER;

    /** The role that an action needs. */
    public static Role neededFor(Action action) {
        return switch (action) {
            case APPROVE, REJECT -> APPROVER;
            case OPEN, SKIP, ABORT, ACKNOWLEDGE, HOLD, RELEASE, MAINTENANCE, CLOSE -> OPERATOR;
        };
    }
}
