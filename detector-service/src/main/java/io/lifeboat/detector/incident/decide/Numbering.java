package io.lifeboat.detector.incident.decide;

import io.lifeboat.events.fleet.IncidentNumbered;
import io.lifeboat.events.fold.Fleet;
import io.lifeboat.events.fold.Workspace;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Asks for the number of a workspace's next incident, and with it for admission under the brake. Whoever else takes the number
 * at the same time makes this one void: it is asked for again.
 */
final class Numbering {
    private Numbering() {}

    /** What moves by a person's command asks for no admission. */
    static Reply reply(Situation situation, String what) {
        Ask ask = ask(situation, false);
        return new Reply.Obey(ask.event(), ask.why() + ": " + what);
    }

    static Turn turn(Situation situation, boolean movesByItself, String what) {
        Ask ask = ask(situation, movesByItself);
        return Turn.act(ask.event(), ask.why() + ": " + what);
    }

    private record Ask(IncidentNumbered event, String why) {}

    private static Ask ask(Situation situation, boolean movesByItself) {
        Workspace workspace = situation.workspace();
        Fleet fleet = situation.fleet();
        LocalDate day = day(situation);
        int number = fleet.nextNumber(day);
        String admission = movesByItself ? ", and for admission under the brake" : "";
        return new Ask(
                new IncidentNumbered(workspace.id(), workspace.lastSeq() + 1, day, number, movesByItself),
                "asks for number %d of %s%s".formatted(number, day, admission));
    }

    /** Today in UTC, but never before the day that the log has reached. */
    private static LocalDate day(Situation situation) {
        LocalDate today = LocalDate.ofInstant(situation.now(), ZoneOffset.UTC);
        LocalDate reached = situation.fleet().day();
        return today.isBefore(reached) ? reached : today;
    }
}
