package io.lifeboat.system;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.cli.lab.LabHttp;
import io.lifeboat.cli.lab.LabLayout;
import io.lifeboat.cli.lab.LabPorts;
import io.lifeboat.cli.lab.LabProcess;
import io.lifeboat.cli.lab.LabService;
import io.lifeboat.cli.lab.LabShape;
import io.lifeboat.cli.lab.LabStarter;
import io.lifeboat.cli.lab.QdrantChoice;
import io.lifeboat.cli.lab.RunningLab;
import io.lifeboat.cli.log.Beating;
import io.lifeboat.cli.log.FoldedRecord;
import io.lifeboat.cli.log.LiveLog;
import io.lifeboat.cli.log.LogState;
import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.fold.Owner;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.serde.Json;
import io.lifeboat.saga.kafka.KafkaSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

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
    private @Nullable LiveLog log;

    private SystemLab(RunningLab lab) {
        this.lab = lab;
        this.ports = lab.info().ports();
    }

    /** Starts a lab and waits until all of it is ready, the active site is seen up, and its baseline is in the log. */
    static SystemLab start(Path folder) throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("lifeboat.root"));
        SystemLab lab = new SystemLab(
                new LabStarter(root).start(new LabStarter.Options(new LabLayout(folder), qdrant(), true, Set.of())));
        try {
            lab.awaitAllReady();
            lab.log = LiveLog.open(lab.kafka(), record -> {});
            lab.await(
                    "the baseline of the active site",
                    () -> lab.workspace()
                            .filter(workspace -> workspace.baseline() != null && workspace.active() != null)
                            .isPresent());
            lab.requireNoIncident();
            return lab;
        } catch (InterruptedException | RuntimeException | Error e) {
            lab.close();
            throw e;
        }
    }

    /** A real Qdrant where the run is given one, as in the contract's test. */
    private static QdrantChoice qdrant() {
        String binary = System.getProperty("lifeboat.qdrant.binary");
        return binary == null ? new QdrantChoice.StandIn() : new QdrantChoice.Binary(Path.of(binary));
    }

    private void requireNoIncident() {
        incident().ifPresent(found -> {
            throw new AssertionError("an incident before anything was done: " + found);
        });
    }

    LabPorts ports() {
        return ports;
    }

    KafkaSettings kafka() {
        return KafkaSettings.lab(ports.bootstrap());
    }

    Path folder() {
        return lab.layout().folder();
    }

    LogState log() {
        return log == null ? LogState.empty() : log.state();
    }

    Optional<Workspace> workspace() {
        return log().workspace(LabShape.WORKSPACE);
    }

    Optional<Incident> incident() {
        return workspace().flatMap(workspace -> workspace.open().findFirst());
    }

    /** All that the log of incidents says, read anew from its beginning. */
    List<FoldedRecord> history() throws InterruptedException {
        ConcurrentLinkedQueue<FoldedRecord> records = new ConcurrentLinkedQueue<>();
        try (LiveLog fresh = LiveLog.open(kafka(), records::add)) {
            fresh.awaitEnd(LIMIT);
        }
        return List.copyOf(records);
    }

    /** The process that owns the workspace's steps of a service. */
    Beating owner(Service service) throws InterruptedException {
        await("an owner of " + service, () -> findOwner(service).isPresent());
        return findOwner(service).orElseThrow();
    }

    Optional<Beating> findOwner(Service service) {
        LogState state = log();
        return state.owner(LabShape.WORKSPACE, service)
                .map(Owner::process)
                .flatMap(process -> Optional.ofNullable(state.members().get(process)));
    }

    /** The name under which the supervisor knows a service's process. */
    static String nameOf(Beating member) {
        return LabShape.SERVICES.stream()
                .filter(service -> service.service() == member.service()
                        && service.instance().equals(member.instance()))
                .map(LabService::name)
                .findFirst()
                .orElseThrow();
    }

    void act(String process, String action) throws IOException, InterruptedException {
        lab.act(process, action);
    }

    LabProcess process(String name) throws IOException, InterruptedException {
        return lab.processes().stream()
                .filter(process -> process.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    ProcessHandle handle(String name) throws IOException, InterruptedException {
        return ProcessHandle.of(process(name).pid().orElseThrow()).orElseThrow();
    }

    /** The supervisor's own process. */
    ProcessHandle supervisor() throws IOException {
        JsonNode file = Json.mapper().readTree(Files.readAllBytes(folder().resolve("supervisor.json")));
        return ProcessHandle.of(file.path("pid").asLong()).orElseThrow();
    }

    void awaitReady(String... names) throws InterruptedException {
        for (String name : names) {
            await(name + " ready", () -> process(name).isReady());
        }
    }

    private void awaitAllReady() throws InterruptedException {
        await("all processes ready", () -> lab.processes().stream().allMatch(LabProcess::isReady));
    }

    /** How often processes had to be started again that nobody here has killed. */
    int restarts(List<String> names) throws IOException, InterruptedException {
        int restarts = 0;
        for (String name : names) {
            restarts += process(name).restarts();
        }
        return restarts;
    }

    /** All sets that the edge itself has noted, oldest first: the judge. */
    List<JsonNode> journal() throws IOException, InterruptedException {
        List<JsonNode> sets = new ArrayList<>();
        get(ports.edgeAdmin(), "/journal").forEach(sets::add);
        return sets;
    }

    /** Those of them that have moved traffic. */
    List<JsonNode> moves() throws IOException, InterruptedException {
        return journal().stream().filter(set -> set.path("moved").asBoolean()).toList();
    }

    JsonNode traffic() throws IOException, InterruptedException {
        return get(ports.edgeAdmin(), "/traffic");
    }

    JsonNode get(int port, String path) throws IOException, InterruptedException {
        return http.get(url(port) + path);
    }

    JsonNode post(int port, String path, Object body) throws IOException, InterruptedException {
        return http.post(url(port) + path, body);
    }

    /** What is answered where no JSON is. */
    String text(int port, String path) throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url(port) + path)).build();
            // The client's own time-out ends with the answer's head: a body that never comes would hang for ever.
            return client.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                    .get(10, TimeUnit.SECONDS)
                    .body();
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("no whole answer to " + path, e);
        } finally {
            client.shutdownNow();
        }
    }

    String address(SiteId site) {
        return "127.0.0.1:" + ports.qdrant(site);
    }

    private static String url(int port) {
        return "http://127.0.0.1:" + port;
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
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain for %s; the incident: %s".formatted(what, incident()), last);
            }
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
