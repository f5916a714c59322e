package io.lifeboat.lab.supervisor;

import java.nio.file.Path;

/**
 * How a supervisor is started.
 *
 * @param directory of its state and logs; one supervisor a directory
 * @param processes the file that describes them
 * @param port of the admin calls, 0 for a free one
 */
public record SupervisorConfig(Path directory, Path processes, int port) {

    public SupervisorConfig {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port: expected 0 to 65535, was " + port);
        }
        directory = directory.toAbsolutePath();
    }
}
