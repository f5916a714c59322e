package io.lifeboat.workspaces.config;

/**
 * How a site is kept from serving after traffic has left it.
 *
 * @param type {@code http}, {@code exec}, or another one by its name
 * @param settings what that fence takes
 */
public record Fence(String type, Settings settings) {

    public Fence {
        Checks.text("switch", type);
    }
}
