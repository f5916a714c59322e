package io.lifeboat.saga.simulator;

import io.lifeboat.events.Event;
import io.lifeboat.events.command.Action;
import io.lifeboat.events.command.CommandEnvelope;
import io.lifeboat.events.command.SignedCommand;
import io.lifeboat.events.fleet.FleetHeld;
import io.lifeboat.events.fleet.FleetReleased;
import io.lifeboat.events.fold.Commands;
import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.fold.StepHash;
import io.lifeboat.events.fold.StepState;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.id.CommandId;
import io.lifeboat.events.id.Person;
import io.lifeboat.events.incident.ApprovalGiven;
import io.lifeboat.events.incident.IncidentAcknowledged;
import io.lifeboat.events.incident.Stage;
import io.lifeboat.events.incident.WorkspaceHeld;
import io.lifeboat.events.incident.WorkspaceReleased;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.plan.Step;
import io.lifeboat.events.serde.Json;
import io.lifeboat.events.step.EffectClass;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** People in the simulated world: they hold, release, approve, abort, and clean up in the end. Not thread-safe. */
final class SimPerson {
    private static final Person ALICE = new Person("alice");

    private final World world;

    SimPerson(World world) {
        this.world = world;
    }

    // ---- what becomes of commands, for the judge

    static void note(World world, Event event, boolean effective) {
        switch (event) {
            case WorkspaceHeld held when effective -> world.judge().held("w" + world.indexOf(held.workspace()));
            case WorkspaceReleased released
            when effective && isInformed(released.command()) ->
                world.judge().released("w" + world.indexOf(released.workspace()));
            case IncidentAcknowledged acknowledged
            when effective -> world.judge().acknowledged(world.indexOf(acknowledged.workspace()));
            case ApprovalGiven approval
            when effective -> world.judge().approvedByPerson(approval.incident(), approval.step());
            default -> {}
        }
    }

    static void noteFleet(World world, Event event, boolean effective) {
        switch (event) {
            case FleetHeld held when effective -> world.judge().held("fleet");
            case FleetReleased released
            when effective && isInformed(released.command()) -> world.judge().released("fleet");
            default -> {}
        }
    }

    /** Whether who released had seen the hold. */
    private static boolean isInformed(@Nullable SignedCommand command) {
        return command != null
                && Commands.read(command)
                        .orElseThrow()
                        .arguments()
                        .text("stale")
                        .isEmpty();
    }

    static @Nullable CommandId idOf(@Nullable SignedCommand command) {
        return command == null
                ? null
                : Commands.read(command).map(CommandEnvelope::id).orElse(null);
    }

    // ---- trouble

    /** Does something that people do while things go wrong. */
    void meddle() {
        int workspace = world.time().random().nextInt(World.WORKSPACES);
        switch (world.time().random().nextInt(8)) {
            case 0 -> hold(workspace, world.time().random().nextBoolean());
            case 1 -> openMinor(workspace);
            case 2 -> incident(workspace).ifPresent(incident -> abort(workspace, incident));
            case 3 ->
                incident(workspace)
                        .ifPresent(incident -> send(workspace, Action.ACKNOWLEDGE, incident, Arguments.none()));
            default -> approveAll(workspace);
        }
    }

    private Optional<Incident> incident(int workspace) {
        return world.workspace(workspace).open().findFirst();
    }

    private void abort(int workspace, Incident incident) {
        Arguments arguments = world.time().random().nextBoolean() ? Arguments.of("undo", "yes") : Arguments.none();
        send(workspace, Action.ABORT, incident, arguments);
    }

    /** Holds for a while. Somebody else may send a release that was meant for what was before. */
    private void hold(int workspace, boolean fleet) {
        long basis = basis(workspace, fleet);
        command(workspace, fleet, Action.HOLD, null, Arguments.of("why", "wait"), basis);
        if (world.hurts(Fault.STALE_COMMAND, 0.5)) {
            world.time()
                    .after(
                            world.time().between(20_000, 400_000),
                            () -> command(workspace, fleet, Action.RELEASE, null, Arguments.of("stale", "yes"), basis));
        }
        world.time().after(world.time().between(500_000, 3_000_000), () -> release(workspace, fleet));
    }

    private void release(int workspace, boolean fleet) {
        boolean held = fleet
                ? world.fleetTruth().held() != null
                : world.workspace(workspace).held() != null;
        if (held) {
            command(workspace, fleet, Action.RELEASE, null, Arguments.none(), basis(workspace, fleet));
        }
    }

    private long basis(int workspace, boolean fleet) {
        return fleet ? world.fleetTruth().version() : world.workspace(workspace).version();
    }

    private void openMinor(int workspace) {
        command(
                workspace,
                false,
                Action.OPEN,
                null,
                Arguments.none(),
                world.workspace(workspace).version());
    }

    void approveAll(int workspace) {
        Workspace state = world.workspace(workspace);
        state.open().forEach(incident -> {
            for (Step step : incident.plan().steps()) {
                if (incident.status(step.id()).state() instanceof StepState.AwaitingApproval) {
                    approve(workspace, incident, step);
                }
            }
        });
    }

    private void approve(int workspace, Incident incident, Step step) {
        send(
                workspace,
                Action.APPROVE,
                incident,
                Arguments.of("step", step.id().value()).with("hash", StepHash.of(incident, step)));
    }

    // ---- cleaning up

    /** When the world has become kind: people release, approve, allow and end whatever waits for them. */
    void cleanUp() {
        for (int workspace = 0; workspace < World.WORKSPACES; workspace++) {
            release(workspace, false);
            approveAll(workspace);
            int index = workspace;
            world.workspace(workspace).open().forEach(incident -> resolve(index, incident));
        }
        release(0, true);
    }

    private void resolve(int workspace, Incident incident) {
        for (Step step : incident.plan().steps()) {
            StepState state = incident.status(step.id()).state();
            if (state instanceof StepState.Claimed claimed && step.effect() == EffectClass.BARE && isOverdue(claimed)) {
                approve(workspace, incident, step);
            }
            if (state instanceof StepState.Failed failed && failed.unsealed()) {
                send(
                        workspace,
                        Action.SKIP,
                        incident,
                        Arguments.of("step", step.id().value()));
                return;
            }
        }
        if (incident.stage() == Stage.NEEDS_PERSON) {
            send(workspace, Action.ABORT, incident, Arguments.none());
        }
    }

    /** Long after its time-out, whoever claimed it. */
    private boolean isOverdue(StepState.Claimed claimed) {
        return world.time().now().isAfter(claimed.since().plusSeconds(5));
    }

    /** After a lost tail, automatic traffic moves wait until a person has held and released the fleet. */
    void confirmLostTail() {
        command(
                0,
                true,
                Action.HOLD,
                null,
                Arguments.of("why", "the log lost its tail"),
                world.fleetTruth().version());
        world.time().after(Duration.ofMillis(600), () -> release(0, true));
    }

    // ---- sending

    private void send(int workspace, Action action, Incident incident, Arguments arguments) {
        command(
                workspace,
                false,
                action,
                incident,
                arguments,
                world.workspace(workspace).version());
    }

    private void command(
            int workspace, boolean fleet, Action action, @Nullable Incident incident, Arguments arguments, long basis) {
        CommandEnvelope envelope = new CommandEnvelope(
                new CommandId(world.uuid()),
                fleet ? null : world.workspaceId(workspace),
                incident == null ? null : incident.id(),
                action,
                arguments,
                basis,
                world.time().now(),
                world.time().now().plusSeconds(60),
                world.uuid().toString(),
                ALICE);
        SignedCommand signed = new SignedCommand("alice", Json.text(envelope), "simulated");
        deliver(workspace, signed);
        if (world.hurts(Fault.REPEATED_COMMAND, 0.2)) {
            world.time().after(world.time().between(100_000, 3_000_000), () -> deliver(workspace, signed));
        }
    }

    private void deliver(int workspace, SignedCommand command) {
        world.detectors().forEach(detector -> detector.command(workspace, command));
    }
}
