package io.lifeboat.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.cli.lab.LabHttp;
import io.lifeboat.cli.lab.LabLayout;
import io.lifeboat.cli.lab.LabPorts;
import io.lifeboat.cli.lab.LabProcess;
import io.lifeboat.cli.lab.LabShape;
import io.lifeboat.cli.lab.LabStarter;
import io.lifeboat.cli.lab.QdrantChoice;
import io.lifeboat.cli.lab.RunningLab;
import io.lifeboat.cli.log.FoldedRecord;
import io.lifeboat.cli.log.LiveLog;
import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.saga.kafka.KafkaSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** A whole lab of real processes with a reader of its log. Not thread-safe. */
final class SystemLab implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(4);

    /** What is awaited; may fail to look, and is asked again then. */
    interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    private final RunningLab lab;
    private final LabPorts ports;
    private final LabHttp http = new LabHttp();
    private final Queue<FoldedRecord> records = new ConcurrentLinkedQueue<>();
    private LiveLog log;

    private SystemLab(RunningLab lab) {
        this.lab = lab;
        this.ports = lab.info().ports();
    }

    /** Starts a lab and waits until all of it is ready, the active site is seen up, and its baseline is in the log. */
    static SystemLab start(Path folder) throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("lifeboat.root"));
        SystemLab lab = new SystemLab(new LabStarter(root)
                .start(new LabStarter.Options(new LabLayout(folder), new QdrantChoice.StandIn(), true, Set.of())));
        lab.await("all processes ready", () -> lab.lab.processes().stream().allMatch(LabProcess::isReady));
        lab.log = LiveLog.open(KafkaSettings.lab(lab.ports.bootstrap()), lab.records::add);
        lab.await(
                "the baseline of the active site",
                () -> lab.workspace()
                        .filter(workspace -> workspace.baseline() != null && workspace.active() != null)
                        .isPresent());
        return lab;
    }

    Optional<Workspace> workspace() {
        return log.state().workspace(LabShape.WORKSPACE);
    }

    Optional<Incident> incident() {
        return workspace().flatMap(workspace -> workspace.open().findFirst());
    }

    void act(String process, String action) throws IOException, InterruptedException {
        lab.act(process, action);
    }

    /** The process of a service that a step's events come from, as the supervisor names it. */
    boolean isReady(String process) throws IOException, InterruptedException {
        return lab.processes().stream().anyMatch(p -> p.name().equals(process) && p.isReady());
    }

    /** Moves of traffic that the edge itself has noted: the judge. */
    List<JsonNode> moves() throws IOException, InterruptedException {
        List<JsonNode> moves = new ArrayList<>();
        for (JsonNode entry : http.get(url(ports.edgeAdmin()) + "/journal")) {
            if (entry.path("moved").asBoolean()) {
                moves.add(entry);
            }
        }
        return moves;
    }

    JsonNode traffic() throws IOException, InterruptedException {
        return http.get(url(ports.edgeAdmin()) + "/traffic");
    }

    String address(io.lifeboat.events.id.SiteId site) {
        return "127.0.0.1:" + ports.qdrant(site);
    }

    private static String url(int port) {
        return "http://127.0.0.1:" + port;
    }

    /** Everything that the log has said so far. */
    List<FoldedRecord> records() {
        return List.copyOf(records);
    }

    void await(String what, Condition condition) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        Exception last = null;
        while (true) {
            try {
                if (condition.holds()) {
                    return;
                }
            } catch (IOException e) {
                last = e;
            }
            assertThat(System.nanoTime())
                    .as("waiting for %s (last: %s)", what, last)
                    .isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    @Override
    public void close() throws IOException {
        if (log != null) {
            log.close();
        }
        http.close();
        try {
            lab.end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lab.close();
    }
}
