package io.lifeboat.saga.simulator;

import io.lifeboat.events.Event;
import io.lifeboat.events.command.Action;
import io.lifeboat.events.command.CommandEnvelope;
import io.lifeboat.events.command.SignedCommand;
import io.lifeboat.events.fleet.BrakeSet;
import io.lifeboat.events.fleet.FleetHeld;
import io.lifeboat.events.fleet.FleetReleased;
import io.lifeboat.events.fleet.IncidentNumbered;
import io.lifeboat.events.fold.Commands;
import io.lifeboat.events.fold.Fleet;
import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.fold.StepState;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.incident.ApprovalGiven;
import io.lifeboat.events.incident.IncidentAborted;
import io.lifeboat.events.incident.IncidentAcknowledged;
import io.lifeboat.events.incident.IncidentAdvanced;
import io.lifeboat.events.incident.IncidentOpened;
import io.lifeboat.events.incident.Objective;
import io.lifeboat.events.incident.Scenario;
import io.lifeboat.events.incident.Severity;
import io.lifeboat.events.incident.Stage;
import io.lifeboat.events.incident.StepSkipped;
import io.lifeboat.events.incident.WorkspaceHeld;
import io.lifeboat.events.incident.WorkspaceReleased;
import io.lifeboat.events.plan.Plan;
import io.lifeboat.saga.Decider;
import io.lifeboat.saga.Decision;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** As much of a detector as the saga needs: opens incidents for causes, advances them, passes commands on. */
final class SimDetector implements Decider {
    static final Duration COOL_DOWN = Duration.ofSeconds(4);
    static final BrakeSet BRAKE = new BrakeSet(1, Duration.ofSeconds(3));
    private static final Objective OBJECTIVE = new Objective(
            Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofMinutes(5), Duration.ofMinutes(15));

    private final World world;
    private final long delay;
    private final Random random;
    private final Map<Integer, Deque<SignedCommand>> commands = new HashMap<>();

    SimDetector(World world, long delay) {
        this.world = world;
        this.delay = delay;
        this.random = world.time().random();
    }

    void command(int workspace, SignedCommand command) {
        commands.computeIfAbsent(workspace, w -> new ArrayDeque<>()).add(command);
    }

    @Override
    public Decision decide(Workspace workspace, Fleet fleet, Instant now) {
        int index = world.indexOf(workspace.id());
        if (workspace.active() == null) {
            return new Decision.Wait(null, "nobody knows where traffic goes");
        }
        if (!fleet.brake().equals(BRAKE)) {
            return append(BRAKE, "the brake is as configured");
        }
        SignedCommand command = commands.getOrDefault(index, new ArrayDeque<>()).poll();
        if (command != null) {
            return obey(workspace, command);
        }
        Optional<Decision> advance = workspace
                .open()
                .map(i -> advance(workspace, i))
                .flatMap(Optional::stream)
                .findFirst();
        return advance.or(() -> open(workspace, fleet, index, now))
                .orElseGet(() -> new Decision.Wait(now.plusMillis(100), "all is well"));
    }

    private static Decision append(Event event, String why) {
        return new Decision.Append(List.of(event), why);
    }

    private Decision obey(Workspace workspace, SignedCommand command) {
        CommandEnvelope asked = Commands.read(command).orElseThrow();
        return append(event(workspace, asked, command), "commanded: " + asked.action());
    }

    private Event event(Workspace workspace, CommandEnvelope asked, SignedCommand command) {
        String why = asked.arguments().text("why").orElse("asked for");
        return switch (asked.action()) {
            case HOLD ->
                asked.workspace() == null
                        ? new FleetHeld(asked.basis(), why, command)
                        : new WorkspaceHeld(workspace.id(), asked.basis(), why, command);
            case RELEASE ->
                asked.workspace() == null
                        ? new FleetReleased(asked.basis(), why, command)
                        : new WorkspaceReleased(workspace.id(), asked.basis(), why, command);
            case ABORT ->
                new IncidentAborted(
                        workspace.id(),
                        asked.incident(),
                        asked.arguments().text("undo").isPresent(),
                        asked.basis(),
                        why,
                        command);
            case ACKNOWLEDGE ->
                new IncidentAcknowledged(
                        workspace.id(), asked.incident(), asked.subject(), asked.basis(), why, command);
            case SKIP -> new StepSkipped(workspace.id(), asked.incident(), step(asked), asked.basis(), why, command);
            case APPROVE ->
                new ApprovalGiven(
                        workspace.id(),
                        asked.incident(),
                        step(asked),
                        asked.subject(),
                        true,
                        asked.arguments().required("hash"),
                        asked.expires(),
                        command);
            case CLOSE ->
                new IncidentAdvanced(workspace.id(), asked.incident(), Stage.CLOSED, asked.basis(), why, command);
            case OPEN -> minorByCommand(workspace, command);
            case REJECT, MAINTENANCE -> throw new IllegalStateException("not simulated: " + asked.action());
        };
    }

    private static StepId step(CommandEnvelope asked) {
        return new StepId(asked.arguments().required("step"));
    }

    /** The number is derived from the command, so that a repeated one would open another incident. */
    private Event minorByCommand(Workspace workspace, SignedCommand command) {
        long seq = workspace.lastSeq() + 1;
        var id = io.lifeboat.events.id.IncidentId.of(LocalDate.of(2025, 1, 1), 1 + random.nextInt(900_000));
        return new IncidentOpened(
                workspace.id(),
                id,
                seq,
                Scenario.BACKUP_AT_RISK,
                Severity.P3,
                world.time().now(),
                false,
                null,
                OBJECTIVE,
                COOL_DOWN,
                SimPlans.minor(false),
                List.of(),
                "commanded",
                command);
    }

    private Optional<Decision> advance(Workspace workspace, Incident incident) {
        return switch (incident.stage()) {
            case RECOVERING, NEEDS_PERSON -> judge(workspace, incident);
            case RECOVERED -> stage(workspace, incident, Stage.WATCHING);
            case WATCHING, ABORTED ->
                incident.isUnsettled() || isAtWork(incident)
                        ? Optional.empty()
                        : stage(workspace, incident, Stage.CLOSED);
            case CLOSED -> Optional.empty();
        };
    }

    private Optional<Decision> judge(Workspace workspace, Incident incident) {
        if (incident.isRecoveredByPlan()
                && incident.stepsIn(StepState.Claimed.class).noneMatch(s -> s.movesTraffic())) {
            return stage(workspace, incident, Stage.RECOVERED);
        }
        return incident.stage() == Stage.RECOVERING && !isAtWork(incident)
                ? stage(workspace, incident, Stage.NEEDS_PERSON)
                : Optional.empty();
    }

    private static boolean isAtWork(Incident incident) {
        return incident.stepsIn(StepState.Claimed.class).findAny().isPresent()
                || incident.stepsIn(StepState.Ready.class).findAny().isPresent()
                || incident.stepsIn(StepState.AwaitingApproval.class).findAny().isPresent();
    }

    private static Optional<Decision> stage(Workspace workspace, Incident incident, Stage next) {
        return Optional.of(append(
                new IncidentAdvanced(workspace.id(), incident.id(), next, workspace.version(), "by the plan", null),
                incident.id() + " is " + next));
    }

    private Optional<Decision> open(Workspace workspace, Fleet fleet, int index, Instant now) {
        for (Cause cause : world.causes()) {
            boolean concerns = cause.workspace() == index
                    && cause.isSeenAt(world.time().millis(), delay)
                    && (cause.minor() || cause.site().equals(workspace.active().value()));
            boolean answered = workspace.open().anyMatch(i -> i.why().equals("cause " + cause.id()));
            if (concerns && !answered && mayTry(workspace, cause)) {
                return Optional.of(open(workspace, fleet, cause, now));
            }
        }
        return Optional.empty();
    }

    /** A careless detector now and then: the fold must stop what it should not even try. */
    private boolean mayTry(Workspace workspace, Cause cause) {
        boolean careful = random.nextInt(4) > 0;
        boolean locked = workspace.lockHolder().isPresent()
                || workspace.isCoolingDown(world.time().now());
        return cause.minor() || !careful || !locked;
    }

    private Decision open(Workspace workspace, Fleet fleet, Cause cause, Instant now) {
        long seq = workspace.lastSeq() + 1;
        Optional<Fleet.Number> number = fleet.numberOf(workspace.id(), seq);
        if (number.isEmpty()) {
            LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            LocalDate day = today.isBefore(fleet.day()) ? fleet.day() : today;
            return append(
                    new IncidentNumbered(workspace.id(), seq, day, fleet.nextNumber(day), !cause.minor()),
                    "cause " + cause.id() + " needs a number");
        }
        return append(
                new IncidentOpened(
                        workspace.id(),
                        number.get().incident(),
                        seq,
                        cause.minor() ? Scenario.APP_FAILURE : Scenario.CLUSTER_FAILURE,
                        Severity.P1,
                        world.time().now(),
                        true,
                        new SiteId(cause.site()),
                        OBJECTIVE,
                        COOL_DOWN,
                        plan(cause, number.get().admitted()),
                        List.of(),
                        "cause " + cause.id(),
                        null),
                "cause " + cause.id());
    }

    private Plan plan(Cause cause, boolean admitted) {
        String other = cause.site().equals("a") ? "b" : "a";
        return cause.minor()
                ? SimPlans.minor(random.nextBoolean())
                : SimPlans.failover(cause.site(), other, !admitted || random.nextInt(5) == 0, random);
    }

    /** What people may ask for here. */
    static List<Action> actions() {
        return List.of(Action.HOLD, Action.RELEASE, Action.ABORT, Action.ACKNOWLEDGE, Action.APPROVE, Action.OPEN);
    }
}
