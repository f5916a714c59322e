package io.lifeboat.cli.lab;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.cli.Failure;
import io.lifeboat.lab.supervisor.SupervisorClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A lab whose supervisor answers. Thread-safe. */
public final class RunningLab implements AutoCloseable {
    private static final Duration END_LIMIT = Duration.ofSeconds(20);

    private final LabLayout layout;
    private final LabInfo info;
    private final SupervisorClient supervisor;

    RunningLab(LabLayout layout, LabInfo info, SupervisorClient supervisor) {
        this.layout = layout;
        this.info = info;
        this.supervisor = supervisor;
    }

    /** The lab that runs in this folder, if one does. */
    public static Optional<RunningLab> find(LabLayout layout) throws IOException, InterruptedException {
        Optional<SupervisorClient> client = SupervisorClient.find(layout.folder());
        return client.isEmpty()
                ? Optional.empty()
                : Optional.of(new RunningLab(layout, LabInfo.read(layout), client.get()));
    }

    /** @throws Failure if none runs there */
    public static RunningLab require(LabLayout layout) throws IOException, InterruptedException {
        return find(layout)
                .orElseThrow(
                        () -> Failure.failed("no lab runs in %s: start one with `./lifeboat lab up`", layout.folder()));
    }

    public LabLayout layout() {
        return layout;
    }

    public LabInfo info() {
        return info;
    }

    public List<LabProcess> processes() throws IOException, InterruptedException {
        List<LabProcess> processes = new ArrayList<>();
        for (JsonNode node : supervisor.processes()) {
            processes.add(LabProcess.of(node));
        }
        return List.copyOf(processes);
    }

    /**
     * Has something done to a process; returns when it is done.
     *
     * @param action kill, pause, continue, stop, start, restart, fence or unfence
     */
    public LabProcess act(String process, String action) throws IOException, InterruptedException {
        return LabProcess.of(supervisor.act(process, action));
    }

    /** Ends all processes, then the supervisor; returns when that is gone. */
    public void end() throws IOException, InterruptedException {
        Optional<ProcessHandle> handle = ProcessHandle.of(supervisor.pid());
        supervisor.shutdown();
        if (handle.isEmpty()) {
            return;
        }
        try {
            handle.get().onExit().get(END_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw Failure.because(e, "the lab in %s has not ended within %d s", layout.folder(), END_LIMIT.toSeconds());
        } catch (java.util.concurrent.ExecutionException e) {
            throw Failure.because(e, "the end of the lab in %s could not be awaited", layout.folder());
        }
    }

    /** Lets go of the supervisor, which runs on. */
    @Override
    public void close() {
        supervisor.close();
    }
}
