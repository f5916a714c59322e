package io.lifeboat.detector.probe.service;

import io.lifeboat.detector.probe.Probe;
import io.lifeboat.detector.probe.alert.AlertDesk;
import io.lifeboat.detector.probe.alert.AlertListener;
import io.lifeboat.detector.probe.alert.WebhookToken;
import io.lifeboat.detector.probe.schedule.Clock;
import io.lifeboat.detector.probe.vantage.HealthPublisher;
import io.lifeboat.detector.probe.vantage.TargetKey;
import io.lifeboat.detector.probe.vantage.Vantage;
import io.lifeboat.detector.probe.vantage.VantageVerticle;
import io.lifeboat.detector.probe.vantage.Watchlist;
import io.lifeboat.detector.probe.vantage.Watchlists;
import io.lifeboat.events.id.VantageId;
import io.lifeboat.qdrant.secret.SecretReference;
import io.lifeboat.service.Host;
import io.lifeboat.workspaces.config.LifeboatConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/** The vantage of this process: started with it, ended with it. The process's instance name is the vantage's. */
@Singleton
public class VantageService {
    private final Vertx vertx;
    private final Host host;
    private final Watchlist list;
    private final List<Probe> probes;
    private final HealthPublisher publisher;
    private final VantageVerticle verticle = new VantageVerticle(this::vantage);

    @Inject
    VantageService(
            Vertx vertx,
            Host host,
            LifeboatConfig config,
            @All List<Probe> probes,
            KafkaHealthPublisher kafka,
            MeterRegistry registry) {
        this.vertx = vertx;
        this.host = host;
        this.list = Watchlists.of(config, new VantageId(host.self().instance()));
        this.probes = probes.stream()
                .<Probe>map(probe -> new MeteredProbe(probe, registry))
                .toList();
        this.publisher = new MeteredPublisher(kafka, registry, java.time.Clock.systemUTC());
    }

    void start(@Observes StartupEvent event) {
        vertx.deployVerticle(verticle).toCompletionStage().toCompletableFuture().join();
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.undeploy(verticle.deploymentID())
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @Produces
    @Singleton
    AlertDesk desk() {
        Set<TargetKey> watched = list.targets().stream()
                .map(target -> new TargetKey(target.workspace(), target.id()))
                .collect(Collectors.toSet());
        AlertListener listener =
                (target, opinion) -> verticle.tell(vantage -> vantage.hear(target, AlertListener.SOURCE, opinion));
        return new AlertDesk(watched, listener, java.time.Clock.systemUTC());
    }

    @Produces
    @Singleton
    WebhookToken token(VantageSettings settings) {
        return settings.token()
                .map(SecretReference::parse)
                .map(reference -> WebhookToken.of(reference::resolve))
                .orElseGet(WebhookToken::none);
    }

    private Vantage vantage(Executor loop) {
        return new Vantage(list, host.self().process(), probes, publisher, loop, Clock.system(), new Random());
    }
}
