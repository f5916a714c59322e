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
        return covering(finding, situation)
                .filter(incident -> !Told.is(incident) || Told.isDecided(incident))
                .findFirst()
                .map(incident -> covered(incident, finding))
                .orElseGet(() -> open(finding, situation));
    }

    private Stream<Incident> covering(Finding finding, Situation situation) {
        return situation
                .workspace()
                .open()
                .filter(incident -> Cover.covers(
                        incident, finding, situation.workspace().active(), timings.settle(), situation.now()));
    }

    private Turn covered(Incident incident, Finding finding) {
        Instant again =
                incident.recoveredAt() == null ? null : incident.recoveredAt().plus(timings.settle());
        return Turn.waits(again, "%s of %s is %s already".formatted(finding.scenario(), finding.site(), incident.id()));
    }

    private Turn open(Finding finding, Situation situation) {
        Plan plan = Openings.plan(finding, situation.picture().unfit(), playbook);
        return Obstacle.to(plan, situation)
                .map(obstacle -> stopped(obstacle, finding, situation))
                .orElseGet(() -> admitted(plan, finding, situation));
    }

    /** People hear of it all the same, once. */
    private Turn stopped(Obstacle obstacle, Finding finding, Situation situation) {
        Optional<Incident> told = covering(finding, situation).filter(Told::is).findFirst();
        return obstacle.isTold() && told.isEmpty()
                ? admitted(Told.plan(finding, obstacle.why()), finding, situation)
                : Turn.waits(
                        obstacle.until(),
                        "waits with %s of %s: %s%s"
                                .formatted(
                                        finding.scenario(),
                                        finding.site(),
                                        obstacle.why(),
                                        told.map(incident -> "; people were told by " + incident.id())
                                                .orElse("")));
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
                        outlook(admitted, finding, braked, situation));
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

    private String outlook(Plan plan, Finding finding, boolean braked, Situation situation) {
        if (braked) {
            return "the brake holds: traffic moves only once a person approves";
        }
        if (plan.isMovingTrafficByItself()) {
            return "traffic moves by itself";
        }
        if (plan.isMoving()) {
            return "nothing moves before a person approves";
        }
        String nothing = "people are told, nothing moves";
        Plan wanted = Openings.plan(finding, situation.picture().unfit(), playbook);
        return Obstacle.to(wanted, situation)
                .map(obstacle -> nothing + ": " + obstacle.why())
                .orElse(nothing);
    }
}
