package io.lifeboat.detector.incident;

import io.lifeboat.detector.incident.command.Inbox;
import io.lifeboat.detector.incident.decide.IncidentDecider;
import io.lifeboat.detector.incident.decide.Situation;
import io.lifeboat.detector.incident.health.HealthView;
import io.lifeboat.detector.incident.health.Heard;
import io.lifeboat.detector.incident.scenario.Picture;
import io.lifeboat.events.command.CommandIssued;
import io.lifeboat.events.fold.Fleet;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.health.HealthEvent;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.serde.Writer;
import io.lifeboat.saga.Decider;
import io.lifeboat.saga.Decision;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The detector's decider: brings the log together with what vantages and operators have sent, and leaves the deciding to what
 * is pure. Everything comes on the participant's loop; not thread-safe.
 */
final class DetectorDecider implements Decider {
    private final Map<WorkspaceId, Desk> desks;
    private final Attention attention = new Attention();
    private final LostTail lostTail = new LostTail();
    private HealthView health = HealthView.empty();
    private Inbox inbox = Inbox.empty();

    DetectorDecider(Map<WorkspaceId, Desk> desks) {
        this.desks = Map.copyOf(desks);
    }

    void hear(HealthEvent event, Writer writer, Heard heard) {
        health = health.apply(event, writer, heard);
    }

    void take(CommandIssued command, long offset, Instant appendedAt, boolean live) {
        inbox = inbox.apply(command, offset, appendedAt, live);
    }

    /** The log was found to have lost its tail. */
    void tailLost(Instant now) {
        lostTail.noticed(desks.keySet(), now);
    }

    @Override
    public Decision decide(Workspace workspace, Fleet fleet, Instant now) {
        Desk desk = desks.get(workspace.id());
        if (desk == null) {
            return new Decision.Wait(null, "the log knows %s, the configuration does not".formatted(workspace.id()));
        }
        Optional<Decision> hold = lostTail.hold(workspace, now);
        if (hold.isPresent()) {
            return hold.get();
        }
        boolean stopped = fleet.held() != null || workspace.stopped(now, true).isPresent();
        Attention.Watch watch = attention.look(workspace.id(), stopped, now);
        Picture picture = desk.classifier().classify(health, workspace.active(), now);
        IncidentDecider.Outcome outcome = desk.decider()
                .decide(new Situation(workspace, fleet, picture, inbox.open(), watch.since(), watch.resumed(), now));
        outcome.order().ifPresent(order -> inbox = outcome.obeyed() ? inbox.tried(order) : inbox.answered(order));
        return waking(outcome.decision(), now);
    }

    /** A verdict may change without any record: when a beat grows stale. */
    private Decision waking(Decision decision, Instant now) {
        Optional<Instant> silence = health.nextSilence(now);
        return decision instanceof Decision.Wait wait
                        && silence.isPresent()
                        && (wait.until() == null || silence.get().isBefore(wait.until()))
                ? new Decision.Wait(silence.get(), wait.why())
                : decision;
    }
}
