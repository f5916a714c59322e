package io.lifeboat.benchmarks.probes;

import io.lifeboat.detector.probe.ProbeSettings;
import io.lifeboat.detector.probe.ProbeTarget;
import io.lifeboat.detector.probe.http.ApplicationProbe;
import io.lifeboat.detector.probe.http.HttpAsker;
import io.lifeboat.detector.probe.qdrant.ClosedGate;
import io.lifeboat.detector.probe.qdrant.QdrantCollectionsProbe;
import io.lifeboat.detector.probe.schedule.Clock;
import io.lifeboat.detector.probe.vantage.Vantage;
import io.lifeboat.detector.probe.vantage.VantageVerticle;
import io.lifeboat.detector.probe.vantage.Watchlist;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.TargetId;
import io.lifeboat.events.id.VantageId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.lab.process.Part;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;

/**
 * The detector's own vantage, its probes and its HTTP client, alone in a process: half of the targets are applications, half
 * Qdrants of which only the collections are looked into. What it would publish is taken in and dropped.
 */
public final class ProbeSide implements Part {
    private static final Duration PERIOD = Duration.ofSeconds(5);
    private static final Duration LEAST = Duration.ofMillis(500);
    private static final Duration MOST = Duration.ofSeconds(2);
    private static final ProbeSettings SETTINGS =
            ProbeSettings.defaults().every(PERIOD).within(LEAST, MOST);

    private final Vertx vertx;

    private ProbeSide(Vertx vertx) {
        this.vertx = vertx;
    }

    /** @param ports one of each target */
    static ProbeSide start(List<Integer> ports) throws Exception {
        Vertx vertx = Vertx.vertx();
        HttpAsker asker = new HttpAsker(vertx);
        Watchlist list = new Watchlist(new VantageId("bench"), List.of(), 0, targets(ports), Watchlist.MOST_RUNNING);
        VantageVerticle verticle = new VantageVerticle(loop -> new Vantage(
                list,
                new ProcessId(UUID.randomUUID()),
                List.of(new ApplicationProbe(asker), new QdrantCollectionsProbe(asker, new ClosedGate())),
                event -> CompletableFuture.completedFuture(null),
                loop,
                Clock.system(),
                new Random(1)));
        vertx.deployVerticle(verticle).toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        return new ProbeSide(vertx);
    }

    private static List<ProbeTarget.OfWorkspace> targets(List<Integer> ports) {
        WorkspaceId workspace = new WorkspaceId("bench");
        List<ProbeTarget.OfWorkspace> targets = new ArrayList<>();
        for (int i = 0; i < ports.size(); i++) {
            TargetId id = new TargetId("target-" + i);
            URI address = URI.create("http://127.0.0.1:" + ports.get(i));
            targets.add(
                    i % 2 == 0
                            ? new ProbeTarget.Application(workspace, id, address.resolve("/health"), 200, SETTINGS)
                            : new ProbeTarget.QdrantNode(
                                    workspace, id, new SiteId("blue"), address, Optional.empty(), List.of(), SETTINGS));
        }
        return targets;
    }

    @Override
    public String name() {
        return "probe-side";
    }

    @Override
    public Map<String, Object> ready() {
        return Map.of();
    }

    @Override
    public void close() {
        vertx.close();
    }

    /** Takes a file with one port a line. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new PortsPart(file -> start(ports(file)))).execute(args));
    }

    private static List<Integer> ports(Path file) throws java.io.IOException {
        return Files.readAllLines(file).stream().map(Integer::valueOf).toList();
    }
}
