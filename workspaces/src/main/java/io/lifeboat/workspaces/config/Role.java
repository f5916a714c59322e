package io.lifeboat.workspaces.config;

/** What an operator may do. */
public enum Role {
    /** Command: open, abort, acknowledge, hold, release and so on. */
    OPERATOR,
    /** Approve and reject steps. */
    APPROVER
}
