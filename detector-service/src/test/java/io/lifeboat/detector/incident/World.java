package io.lifeboat.detector.incident;

import static io.lifeboat.detector.incident.Vantages.NOON;
import static io.lifeboat.detector.incident.Vantages.SHOP;
import static io.lifeboat.detector.incident.Vantages.THREE;

import io.lifeboat.detector.incident.command.Inbox;
import io.lifeboat.detector.incident.command.Operators;
import io.lifeboat.detector.incident.decide.ConfiguredPlaybook;
import io.lifeboat.detector.incident.decide.IncidentDecider;
import io.lifeboat.detector.incident.decide.Situation;
import io.lifeboat.detector.incident.decide.Timings;
import io.lifeboat.detector.incident.quorum.Quorum;
import io.lifeboat.detector.incident.scenario.Classifier;
import io.lifeboat.detector.incident.scenario.Graces;
import io.lifeboat.detector.incident.scenario.Place;
import io.lifeboat.detector.incident.scenario.Topology;
import io.lifeboat.events.Event;
import io.lifeboat.events.command.CommandIssued;
import io.lifeboat.events.command.CommandVerifier;
import io.lifeboat.events.command.SignedCommand;
import io.lifeboat.events.fleet.FleetEvent;
import io.lifeboat.events.fold.Fleet;
import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.fold.LogRecord;
import io.lifeboat.events.fold.Partition;
import io.lifeboat.events.fold.Ruling;
import io.lifeboat.events.fold.StepState;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.id.ClaimId;
import io.lifeboat.events.id.EventId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.id.TargetId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.OwnerMarked;
import io.lifeboat.events.incident.StepClaimed;
import io.lifeboat.events.incident.StepEnded;
import io.lifeboat.events.incident.TrafficObserved;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.plan.Step;
import io.lifeboat.events.serde.Writer;
import io.lifeboat.saga.Decision;
import io.lifeboat.workspaces.config.Application;
import io.lifeboat.workspaces.config.Brake;
import io.lifeboat.workspaces.config.MaintenanceWindow;
import io.lifeboat.workspaces.config.Policies;
import io.lifeboat.workspaces.config.Probes;
import io.lifeboat.workspaces.config.Role;
import io.lifeboat.workspaces.config.Settings;
import io.lifeboat.workspaces.config.Site;
import io.lifeboat.workspaces.config.Traffic;
import io.lifeboat.workspaces.config.Verification;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The log, the vantages and a clock, without Kafka: what the detector decides is folded by the real folds. */
public final class World {
    public static final SiteId BLUE = new SiteId("blue");
    public static final SiteId GREEN = new SiteId("green");
    private static final int MOST_TURNS = 50;

    public final Vantages vantages = new Vantages();
    public final Operator alice = new Operator("alice");
    public final Operator bob = new Operator("bob");
    public final List<Event> log = new ArrayList<>();
    public final List<String> sentences = new ArrayList<>();
    public final List<String> voided = new ArrayList<>();
    /** When traffic was claimed, by the log. */
    public final List<Instant> trafficClaims = new ArrayList<>();

    public Partition partition = Partition.empty(0);
    public Fleet fleet = Fleet.empty();
    public Inbox inbox = Inbox.empty();
    public Instant now = NOON;
    public Instant attentive = NOON;
    public Instant resumed = NOON;
    private final IncidentDecider decider;
    private final Classifier classifier;
    private long offset;

    public World() {
        this(Policies.DEFAULT, Brake.DEFAULT, List.of());
    }

    public World(Policies policies, Brake brake, List<MaintenanceWindow> maintenance) {
        WorkspaceConfig config = config(policies, maintenance);
        Topology topology = new Topology(
                SHOP,
                List.of(
                        new Place(BLUE, "eu-1", List.of(new TargetId("blue-1"))),
                        new Place(GREEN, "eu-2", List.of(new TargetId("green-1")))),
                List.of(new TargetId("app")));
        classifier = new Classifier(topology, new Quorum(THREE), Graces.DEFAULT);
        CommandVerifier operators = Operators.verifier(
                List.of(alice.configured(Role.OPERATOR, Role.APPROVER), bob.configured(Role.OPERATOR)));
        decider = new IncidentDecider(new IncidentDecider.Charter(
                SHOP,
                Set.of(SHOP, new WorkspaceId("other")),
                true,
                brake,
                maintenance,
                new ConfiguredPlaybook(config),
                operators,
                Timings.DEFAULT));
        for (Service service : Service.values()) {
            append(service, new OwnerMarked(service, Vantages.process(service.text()), 1));
        }
        append(Service.FAILOVER, new TrafficObserved(SHOP, BLUE, 1));
        vantages.allBeat(now).allSay("blue-1", io.lifeboat.events.health.TargetState.UP, NOON.minusSeconds(600));
        vantages.allSay("green-1", io.lifeboat.events.health.TargetState.UP, NOON.minusSeconds(600));
        vantages.allSay("app", io.lifeboat.events.health.TargetState.UP, NOON.minusSeconds(600));
    }

    static WorkspaceConfig config(Policies policies, List<MaintenanceWindow> maintenance) {
        URI node = URI.create("http://127.0.0.1:6333");
        return new WorkspaceConfig(
                SHOP,
                URI.create("http://127.0.0.1:8080"),
                null,
                new Traffic("edge", false, Settings.none()),
                List.of(
                        new Site(BLUE, "eu-1", "127.0.0.1:6333", List.of(node), null, null),
                        new Site(GREEN, "eu-2", "127.0.0.1:6343", List.of(node), null, null)),
                null,
                null,
                List.of(new Application(new TargetId("app"), URI.create("http://127.0.0.1:7070/health"), 200)),
                List.of(),
                Verification.NONE,
                Probes.DEFAULT,
                policies,
                maintenance,
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                null);
    }

    public Workspace shop() {
        return partition.workspace(SHOP);
    }

    /** The newest incident that is not closed. */
    public Incident incident() {
        return shop().open().reduce((older, newer) -> newer).orElseThrow();
    }

    /** Time goes on, and the vantages beat. */
    public World at(Instant time) {
        now = time;
        vantages.allBeat(time);
        return this;
    }

    public World after(Duration while_) {
        return at(now.plus(while_));
    }

    public IncidentDecider.Outcome decide() {
        Workspace shop = shop();
        return decider.decide(new Situation(
                shop,
                fleet,
                classifier.classify(vantages.view(), shop.active(), now),
                inbox.open(),
                attentive,
                resumed,
                now));
    }

    /** Decides and folds until there is nothing more to do. */
    public Decision.Wait settle() {
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            IncidentDecider.Outcome outcome = decide();
            sentences.add(outcome.decision().why());
            switch (outcome.decision()) {
                case Decision.Wait wait -> {
                    return wait;
                }
                case Decision.Append append -> take(outcome, append);
                case Decision.Claim claim -> throw new IllegalStateException("the detector claims nothing");
            }
        }
        throw new IllegalStateException(
                "it never settles: " + sentences.subList(sentences.size() - 5, sentences.size()));
    }

    private void take(IncidentDecider.Outcome outcome, Decision.Append append) {
        append.events().forEach(event -> append(Service.DETECTOR, event));
        outcome.order().ifPresent(order -> inbox = outcome.obeyed() ? inbox.tried(order) : inbox.answered(order));
    }

    public Ruling append(Service service, Event event) {
        LogRecord record = new LogRecord(
                0,
                offset++,
                now,
                new EventId(UUID.randomUUID()),
                Writer.of(service, Vantages.process(service.text())),
                event);
        Ruling ruling;
        if (event instanceof FleetEvent) {
            fleet = fleet.apply(record);
            ruling = fleet.ruling();
        } else {
            partition = partition.apply(record);
            ruling = partition.ruling();
        }
        log.add(event);
        if (ruling instanceof Ruling.Voided void_) {
            voided.add(void_.why());
        }
        return ruling;
    }

    public Order send(SignedCommand command) {
        return send(SHOP, command, true);
    }

    public Order send(@Nullable WorkspaceId workspace, SignedCommand command, boolean live) {
        inbox = inbox.apply(new CommandIssued(workspace, command), offset++, now, live);
        return new Order(offset - 1);
    }

    /** A command that was sent. */
    public record Order(long offset) {}

    public ClaimId claim(String step) {
        return claim(incident(), step);
    }

    private ClaimId claim(Incident of, String step) {
        Step found = of.plan().find(new StepId(step)).orElseThrow();
        Service owner = found.spec().owner();
        ClaimId claim = new ClaimId(UUID.randomUUID());
        if (found.movesTraffic()) {
            trafficClaims.add(now);
        }
        append(
                owner,
                new StepClaimed(
                        SHOP,
                        of.id(),
                        found.id(),
                        of.status(found.id()).attempt() + 1,
                        Vantages.process(owner.text()),
                        claim,
                        found.arguments(),
                        "its turn"));
        return claim;
    }

    public void end(String step, StepEnded.Verdict verdict) {
        end(incident(), step, verdict);
    }

    private void end(Incident of, String step, StepEnded.Verdict verdict) {
        ClaimId claim = claim(of, step);
        Service owner = of.plan().find(new StepId(step)).orElseThrow().spec().owner();
        append(
                owner,
                new StepEnded(SHOP, of.id(), new StepId(step), claim, verdict, false, Arguments.none(), "so it ended"));
    }

    /** All services do what they may, and well, until nothing is ready any more. */
    public void recover() {
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            List<Ready> ready = shop().open().flatMap(this::ready).toList();
            if (ready.isEmpty()) {
                return;
            }
            ready.forEach(one -> end(one.incident(), one.step().id().value(), StepEnded.Verdict.SUCCEEDED));
        }
    }

    private record Ready(Incident incident, Step step) {}

    private Stream<Ready> ready(Incident incident) {
        return incident.stepsIn(StepState.Ready.class)
                .filter(step -> shop().held() == null || step.spec().owner() == Service.NOTIFIER)
                .map(step -> new Ready(incident, step));
    }

    public <E extends Event> List<E> all(Class<E> type) {
        return log.stream().filter(type::isInstance).map(type::cast).toList();
    }

    public String lastSentence() {
        return sentences.get(sentences.size() - 1);
    }
}
