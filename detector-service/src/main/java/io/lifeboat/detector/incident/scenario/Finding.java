package io.lifeboat.detector.incident.scenario;

import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.incident.Scenario;
import io.lifeboat.events.incident.Vote;
import java.time.Instant;
import java.util.List;

/**
 * Something that has happened.
 *
 * @param site the site concerned
 * @param since first evidence, by the vantages' clocks
 * @param due from when on it counts: before, it may still turn out to be something else
 * @param standby it concerns a site that traffic does not go to: people are told, nothing moves
 * @param why what was seen and by whom
 */
public record Finding(
        Scenario scenario, SiteId site, Instant since, Instant due, boolean standby, List<Vote> votes, String why) {

    public Finding {
        votes = List.copyOf(votes);
    }

    public boolean isDue(Instant now) {
        return !due.isAfter(now);
    }
}
