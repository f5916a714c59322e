package io.lifeboat.detector.probe.vantage;

import io.lifeboat.detector.probe.Hysteresis;
import io.lifeboat.detector.probe.ProbeSettings;
import io.lifeboat.detector.probe.ProbeTarget;
import io.lifeboat.detector.probe.WatchedCollection;
import io.lifeboat.events.id.TargetId;
import io.lifeboat.events.id.VantageId;
import io.lifeboat.qdrant.secret.SecretReference;
import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.config.Probes;
import io.lifeboat.workspaces.config.SecretRef;
import io.lifeboat.workspaces.config.Site;
import io.lifeboat.workspaces.config.Target;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What {@code workspaces.yaml} gives a vantage to watch. */
public final class Watchlists {
    /** Control targets are asked more often than others: a vantage must know that it is cut off before it accuses. */
    private static final Duration CONTROL_PERIOD = Duration.ofMillis(250);

    private Watchlists() {}

    /** @throws IllegalArgumentException if the configuration has no such vantage */
    public static Watchlist of(LifeboatConfig config, VantageId id) {
        io.lifeboat.workspaces.config.Vantage vantage = config.vantage(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "vantage: expected one of those configured, got '%s'".formatted(id)));
        List<ProbeTarget.OfWorkspace> targets =
                config.workspaces().stream().flatMap(Watchlists::targets).toList();
        return new Watchlist(
                id, controls(vantage.controls()), vantage.controlsNeeded(), targets, Watchlist.MOST_RUNNING);
    }

    private static List<ProbeTarget.Control> controls(List<URI> addresses) {
        ProbeSettings settings = ProbeSettings.defaults().every(CONTROL_PERIOD);
        return IntStream.range(0, addresses.size())
                .mapToObj(i -> new ProbeTarget.Control(new TargetId("control-" + (i + 1)), addresses.get(i), settings))
                .toList();
    }

    private static Stream<ProbeTarget.OfWorkspace> targets(WorkspaceConfig workspace) {
        return workspace.targets().stream().map(target -> switch (target) {
            case Target.Node node -> node(workspace, node);
            case Target.App app ->
                new ProbeTarget.Application(
                        workspace.id(), app.id(), app.address(), app.status(), settings(workspace.probes()));
        });
    }

    private static ProbeTarget.OfWorkspace node(WorkspaceConfig workspace, Target.Node node) {
        Site site = workspace.site(node.site()).orElseThrow();
        Optional<SecretReference> key = workspace.apiKeyOf(site).map(Watchlists::reference);
        List<WatchedCollection> collections = workspace.collections().stream()
                .map(collection -> new WatchedCollection(collection.name(), collection.writeCanary()))
                .toList();
        return new ProbeTarget.QdrantNode(
                workspace.id(), node.id(), node.site(), node.address(), key, collections, settings(workspace.probes()));
    }

    private static ProbeSettings settings(Probes probes) {
        Hysteresis rules = Hysteresis.defaults();
        return new ProbeSettings(
                probes.period(),
                probes.collectionsPeriod(),
                probes.minTimeout(),
                probes.timeout(),
                probes.jitter(),
                probes.readCanary(),
                new Hysteresis(
                        probes.downAfter(),
                        probes.upAfter(),
                        probes.refusedAfter(),
                        probes.silence(),
                        rules.flapWindow()));
    }

    private static SecretReference reference(SecretRef ref) {
        return switch (ref.kind()) {
            case ENV -> new SecretReference.Env(ref.name());
            case FILE ->
                new SecretReference.InFile(ref.folder().resolve(ref.name()).toAbsolutePath());
        };
    }
}
