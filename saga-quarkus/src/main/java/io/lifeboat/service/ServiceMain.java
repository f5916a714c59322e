package io.lifeboat.service;

import io.lifeboat.workspaces.load.ConfigLoader;
import io.lifeboat.workspaces.load.LoadResult;
import io.lifeboat.workspaces.load.Problems;
import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The way into every service: the configuration is checked as a whole before anything starts. */
public final class ServiceMain {
    /** Exit status for a configuration that cannot be used. */
    public static final int BAD_CONFIGURATION = 2;

    private ServiceMain() {}

    public static void run(String... args) {
        Config config = ConfigProvider.getConfig();
        Path workspaces = Path.of(
                config.getOptionalValue("lifeboat.workspaces", String.class).orElse("workspaces.yaml"));
        if (ConfigLoader.load(workspaces) instanceof LoadResult.Invalid invalid) {
            System.err.print(Problems.render(invalid.problems()));
            System.exit(BAD_CONFIGURATION);
        }
        if (config.getOptionalValue("lifeboat.lifeline", Boolean.class).orElse(false)) {
            Thread.ofPlatform().name("lifeline").daemon(true).start(ServiceMain::followParent);
        }
        Quarkus.run(args);
    }

    private static void followParent() {
        try {
            while (System.in.read() >= 0) {
                // what the parent writes does not matter, only that it lives
            }
        } catch (IOException e) {
            System.err.println("lifeline broke: " + e.getMessage());
        }
        Quarkus.asyncExit(0);
    }
}
