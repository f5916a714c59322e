package io.lifeboat.cli.demo;

import io.lifeboat.cli.lab.LabProcess;
import io.lifeboat.cli.log.LogState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the demonstration sees at one moment; it only looks.
 *
 * @param log what Lifeboat's topics say; absent before the broker is ready
 * @param users absent while the application does not answer
 */
record Observation(Instant at, List<LabProcess> processes, Optional<LogState> log, Optional<UserStats> users) {

    Observation {
        processes = List.copyOf(processes);
    }
}
