package io.lifeboat.lab.supervisor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A process to start and watch.
 *
 * @param name unique; of letters, digits, dots, dashes and underscores
 * @param command the program and its arguments
 * @param environment added to the supervisor's own
 * @param directory to start in; the supervisor's own by default
 * @param log what it prints; DIR/logs/NAME.log by default
 * @param restart whether it is started again when it dies
 * @param readiness when others may depend on it
 * @param readyWithin after which a start counts as failed, and the process is killed
 * @param dependsOn names of those that must be ready before it starts
 */
record ProcessSpec(
        String name,
        List<String> command,
        Map<String, String> environment,
        Optional<Path> directory,
        Optional<Path> log,
        boolean restart,
        Readiness readiness,
        Duration readyWithin,
        List<String> dependsOn) {

    static final Duration DEFAULT_READY_WITHIN = Duration.ofSeconds(30);

    ProcessSpec {
        if (!name.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new IllegalArgumentException("name: expected 1 to 64 letters, digits, . _ -, was '" + name + "'");
        }
        if (command.isEmpty() || command.getFirst().isBlank()) {
            throw new IllegalArgumentException("command: expected a program and its arguments, was " + command);
        }
        if (readyWithin.toMillis() < 1) {
            throw new IllegalArgumentException("readyWithin: expected at least 1 ms, was " + readyWithin);
        }
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        dependsOn = List.copyOf(dependsOn);
    }
}
