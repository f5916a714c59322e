package io.lifeboat.workspaces.config;

import io.lifeboat.events.step.EffectClass;

/**
 * How the workspace's traffic is moved.
 *
 * @param type the switch: {@code edge}, {@code exec}, or another one by its name
 * @param automatic a BARE switch may move without approval: opt-in, as such an effect may happen twice or late
 * @param settings what that switch takes
 */
public record Traffic(String type, boolean automatic, Settings settings) {

    public Traffic {
        Checks.text("switch", type);
    }

    /** Whether the switch compares and sets; every other one is BARE until it is listed here and proves it. */
    public EffectClass effect() {
        return type.equals("edge") ? EffectClass.CAS : EffectClass.BARE;
    }
}
