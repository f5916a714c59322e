package io.lifeboat.detector.incident.decide;

import io.lifeboat.detector.incident.command.Order;
import io.lifeboat.events.command.CommandVerifier;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.saga.Decision;
import io.lifeboat.workspaces.config.Brake;
import io.lifeboat.workspaces.config.MaintenanceWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what is to be done about a workspace's incidents: commands first, then what is open, then what was found. Pure: the
 * same situation gives the same decision, with one sentence that says why. Immutable.
 */
public final class IncidentDecider {
    private final List<Duty> duties;

    /**
     * What one workspace is decided by.
     *
     * @param configured all workspaces of the fleet
     * @param first whether this is the first of them, which sees to what concerns the fleet
     */
    public record Charter(
            WorkspaceId workspace,
            Set<WorkspaceId> configured,
            boolean first,
            Brake brake,
            List<MaintenanceWindow> maintenance,
            Playbook playbook,
            CommandVerifier verifier,
            Timings timings) {

        public Charter {
            configured = Set.copyOf(configured);
            maintenance = List.copyOf(maintenance);
        }
    }

    /**
     * A decision, and the command that it answers, if it does.
     *
     * @param obeyed it was tried to obey that command; else it was refused
     */
    public record Outcome(Decision decision, Optional<Order> order, boolean obeyed) {}

    public IncidentDecider(Charter charter) {
        List<Duty> all = new ArrayList<>();
        CommandHandler handler = new CommandHandler(new OpenCommand(charter.playbook()));
        all.add(new CommandDesk(
                charter.workspace(), charter.configured(), charter.first(), charter.verifier(), handler));
        if (charter.first()) {
            all.add(new BrakeDuty(charter.brake()));
        }
        all.add(new MaintenanceDuty(charter.maintenance()));
        all.add(new ToldDuty(charter.timings()).forAll());
        all.add(new StageDuty(charter.timings()).forAll());
        all.add(new OpeningDuty(charter.playbook(), charter.timings()));
        all.add(new DeadlineDuty(charter.timings()).forAll());
        all.add(new NoticeDuty(charter.timings()).forAll());
        duties = List.copyOf(all);
    }

    public Outcome decide(Situation situation) {
        String critical = situation.workspace().unknownCritical();
        if (critical != null) {
            return waits(new Turn.Idle(
                    null,
                    Optional.of(
                            "waits: the log has a critical event of the unknown type %s; a newer version must look at it"
                                    .formatted(critical))));
        }
        Turn turn = Turns.first(duties.stream().map(duty -> duty.turn(situation)));
        return switch (turn) {
            case Turn.Act act -> new Outcome(act.append(), act.order(), act.obeyed());
            case Turn.Idle idle -> waits(idle);
        };
    }

    private static Outcome waits(Turn.Idle idle) {
        return new Outcome(
                new Decision.Wait(idle.until(), idle.why().orElse("nothing is to be done")), Optional.empty(), false);
    }
}
