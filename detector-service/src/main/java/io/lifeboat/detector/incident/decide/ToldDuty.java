package io.lifeboat.detector.incident.decide;

import io.lifeboat.detector.incident.scenario.Picture;
import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.incident.IncidentAborted;
import io.lifeboat.events.incident.PlanChanged;
import java.time.Instant;
import java.util.Optional;

/**
 * Ends what only tells of a failover that may not happen: when the failover opens after all, or when the site has served
 * again for a while.
 */
final class ToldDuty implements IncidentDuty {
    private final Timings timings;

    ToldDuty(Timings timings) {
        this.timings = timings;
    }

    @Override
    public Turn turn(Incident incident, Situation situation) {
        if (!Told.isOpen(incident) || incident.plan().find(Told.RESOLVED).isPresent()) {
            return Turn.NOTHING;
        }
        return Told.successor(incident, situation)
                .map(successor -> giveOver(incident, successor, situation))
                .orElseGet(() -> resolve(incident, situation));
    }

    private static Turn giveOver(Incident incident, Incident successor, Situation situation) {
        String sentence = "%s ends: %s may act on what it could only tell of".formatted(incident.id(), successor.id());
        return Turn.act(
                new IncidentAborted(
                        situation.workspace().id(),
                        incident.id(),
                        false,
                        situation.workspace().version(),
                        sentence,
                        null),
                sentence);
    }

    private Turn resolve(Incident incident, Situation situation) {
        Optional<Instant> due = serving(incident, situation.picture()).map(since -> since.plus(timings.settle()));
        if (due.isEmpty()) {
            return Turn.NOTHING;
        }
        if (situation.now().isBefore(due.get())) {
            return Turn.until(due.get());
        }
        String sentence = "%s is over: %s has served again for %s"
                .formatted(incident.id(), incident.site(), Texts.span(timings.settle()));
        return Turn.act(
                new PlanChanged(
                        situation.workspace().id(),
                        incident.id(),
                        Told.resolved(incident.plan()),
                        situation.workspace().version(),
                        sentence,
                        null),
                sentence);
    }

    private static Optional<Instant> serving(Incident incident, Picture picture) {
        SiteId site = incident.site();
        boolean lasts = picture.findings().stream().anyMatch(finding -> Cover.isSameCause(incident, finding));
        return site == null || lasts
                ? Optional.empty()
                : Optional.ofNullable(picture.serving().get(site));
    }
}
