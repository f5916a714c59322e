package io.lifeboat.workspaces.config;

/** Who reads a channel: customers see no internal address. */
public enum Audience {
    OPERATORS,
    CUSTOMERS
}
