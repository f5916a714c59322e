package io.lifeboat.workspaces.config;

import java.time.Duration;
import java.util.List;

/**
 * A program of the site's own; its exit status is the verdict, 0 being good.
 *
 * @param command the program and its arguments, no shell between
 * @param timeout then it is ended, and has failed; 30 seconds unless said otherwise
 */
public record SmokeTest(String name, List<String> command, Duration timeout) {
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

    public SmokeTest {
        Checks.text("name", name);
        command = List.copyOf(command);
        if (command.isEmpty()) {
            throw new BadValue("command", "nothing", "a program");
        }
        Checks.positive("timeout", timeout);
    }
}
