package io.lifeboat.system;

import io.lifeboat.lab.process.Signal;
import java.io.IOException;
import java.time.Instant;

/** A process under SIGSTOP, whoever started it. {@link #close} lets it go on, also where a test has failed meanwhile. */
final class Frozen implements AutoCloseable {
    private final ProcessHandle process;
    private final Instant since = Instant.now();
    private boolean goesOn;

    private Frozen(ProcessHandle process) {
        this.process = process;
    }

    static Frozen stop(ProcessHandle process) throws IOException, InterruptedException {
        Signal.STOP.send(process);
        return new Frozen(process);
    }

    Instant since() {
        return since;
    }

    @Override
    public void close() throws IOException {
        if (goesOn) {
            return;
        }
        goesOn = true;
        try {
            Signal.CONT.send(process);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
