package io.lifeboat.detector.incident.decide;

import io.lifeboat.detector.incident.scenario.Finding;
import io.lifeboat.detector.incident.scenario.Picture;
import io.lifeboat.events.fold.Fleet;
import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.incident.IncidentOpened;
import io.lifeboat.events.incident.Severity;
import io.lifeboat.events.plan.Plan;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Opens incidents for what was found, one for each cause. What may not open yet waits and is decided afresh each time: after
 * a hold only what is still true counts.
 */
final class OpeningDuty implements Duty {
    private final Playbook playbook;
    private final Timings timings;

    OpeningDuty(Playbook playbook, Timings timings) {
        this.playbook = playbook;
        this.timings = timings;
    }

    @Override
    public Turn turn(Situation situation) {
        Picture picture = situation.picture();
        Turn later = picture.next(situation.now()).map(Turn::until).orElse(Turn.NOTHING);
        Stream<Finding> due = picture.due(situation.now()).stream();
        Stream<Turn> turns = Stream.concat(due.map(finding -> turn(finding, situation)), Stream.of(later));
        Turn turn = Turns.first(turns);
        return turn instanceof Turn.Idle idle && idle.why().isEmpty()
                ? new Turn.Idle(idle.until(), Optional.of(picture.why()))
                : turn;
    }

    private Turn turn(Finding finding, Situation situation) {
        Optional<Incident> covering = situation
                .workspace()
                .open()
                .filter(incident -> covers(incident, finding, situation))
                .findFirst();
        return covering.map(incident -> covered(incident, finding)).orElseGet(() -> open(finding, situation));
    }

    private boolean covers(Incident incident, Finding finding, Situation situation) {
        return Cover.covers(incident, finding, situation.workspace().active(), timings.settle(), situation.now());
    }

    private Turn covered(Incident incident, Finding finding) {
        Instant again =
                incident.recoveredAt() == null ? null : incident.recoveredAt().plus(timings.settle());
        return Turn.waits(again, "%s of %s is %s already".formatted(finding.scenario(), finding.site(), incident.id()));
    }

    private Turn open(Finding finding, Situation situation) {
        Plan plan = Openings.plan(finding, situation.picture().unfit(), playbook);
        return obstacle(plan, finding, situation).orElseGet(() -> admitted(plan, finding, situation));
    }

    private static Optional<Turn> obstacle(Plan plan, Finding finding, Situation situation) {
        Workspace workspace = situation.workspace();
        Optional<Incident> holder = workspace.lockHolder();
        if (plan.isMoving() && holder.isPresent()) {
            return waits(
                    finding,
                    null,
                    "%s is still recovering, and one recovery runs at a time"
                            .formatted(holder.get().id()));
        }
        if (!plan.isMovingTrafficByItself()) {
            return Optional.empty();
        }
        if (workspace.isCoolingDown(situation.now())) {
            Instant until = workspace.coolDownUntil();
            return waits(
                    finding,
                    until,
                    "traffic moved a short time ago; fails over by itself only after %s, or once somebody has acknowledged"
                            .formatted(until));
        }
        return situation.stopped(true).flatMap(why -> waits(finding, endOf(situation), why + "; decides afresh then"));
    }

    private static @Nullable Instant endOf(Situation situation) {
        var window = situation.workspace().maintenance();
        return window != null && window.contains(situation.now()) ? window.until() : null;
    }

    private static Optional<Turn> waits(Finding finding, @Nullable Instant until, String why) {
        return Optional.of(
                Turn.waits(until, "waits with %s of %s: %s".formatted(finding.scenario(), finding.site(), why)));
    }

    private Turn admitted(Plan plan, Finding finding, Situation situation) {
        Workspace workspace = situation.workspace();
        return situation
                .fleet()
                .numberOf(workspace.id(), workspace.lastSeq() + 1)
                .map(number -> open(plan, finding, number, situation))
                .orElseGet(() -> Numbering.turn(situation, plan.isMovingTrafficByItself(), finding.why()));
    }

    private Turn open(Plan plan, Finding finding, Fleet.Number number, Situation situation) {
        boolean braked = plan.isMovingTrafficByItself() && !number.admitted();
        Plan admitted = braked ? Openings.braked(plan) : plan;
        String sentence = "opens %s, %s of %s: %s; %s"
                .formatted(
                        number.incident(),
                        finding.scenario(),
                        finding.site(),
                        finding.why(),
                        outlook(admitted, braked));
        Severity severity = finding.standby() ? Severity.P2 : playbook.severity(finding.scenario());
        return Turn.act(
                new IncidentOpened(
                        situation.workspace().id(),
                        number.incident(),
                        number.seq(),
                        finding.scenario(),
                        severity,
                        finding.since(),
                        true,
                        finding.site(),
                        playbook.objective(finding.scenario()),
                        playbook.coolDown(),
                        admitted,
                        finding.votes(),
                        sentence,
                        null),
                sentence);
    }

    private static String outlook(Plan plan, boolean braked) {
        if (braked) {
            return "the brake holds: traffic moves only once a person approves";
        }
        if (plan.isMovingTrafficByItself()) {
            return "traffic moves by itself";
        }
        return plan.isMoving() ? "nothing moves before a person approves" : "people are told, nothing moves";
    }
}
