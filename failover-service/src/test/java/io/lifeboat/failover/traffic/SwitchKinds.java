package io.lifeboat.failover.traffic;

import io.lifeboat.failover.http.HttpCalls;
import io.lifeboat.service.command.CommandRunner;
import io.lifeboat.workspaces.config.LifeboatConfig;
import java.util.List;

/** The switches without a container. */
public final class SwitchKinds {
    private SwitchKinds() {}

    public static Switches edge(LifeboatConfig config, HttpCalls calls) {
        return new Switches(config, List.of(new EdgeSwitch.Kind(calls)));
    }

    public static Switches exec(LifeboatConfig config, CommandRunner runner) {
        return new Switches(config, List.of(new ExecSwitch.Kind(runner)));
    }
}
