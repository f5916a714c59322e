package io.lifeboat.failover.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.fold.Fleet;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.incident.TrafficObserved;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.failover.Story;
import io.lifeboat.saga.Decider;
import io.lifeboat.saga.Decision;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrafficDeciderTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Decision IDLE = new Decision.Wait(NOW.plusSeconds(9), "nothing to do");
    private static final Sight BLUE = new Sight.Found(new SiteId("blue"), 7);

    private static Decision decide(Workspace workspace, Decision ofSteps, Sight seen) {
        Decider steps = (state, fleet, now) -> ofSteps;
        return new TrafficDecider(steps, id -> seen).decide(workspace, Fleet.empty(), NOW);
    }

    @Test
    void shouldTellTheSiteAndItsEpochWhenTheLogDoesNotSayWhichIsActive() {
        Decision decision = decide(new Story().workspace(), IDLE, BLUE);

        assertThat(decision)
                .isEqualTo(new Decision.Append(
                        List.of(new TrafficObserved(Story.SHOP, new SiteId("blue"), 7)),
                        "traffic goes to blue, and the log does not say so yet"));
    }

    @Test
    void shouldTellNothingWhenTheLogSaysWhichIsActive() {
        Workspace known = new Story().blueIsActive().workspace();

        assertThat(decide(known, IDLE, new Sight.Found(new SiteId("green"), 9))).isSameAs(IDLE);
    }

    @Test
    void shouldTellNothingAndWaitWithTheReasonWhenTrafficGoesToNoSite() {
        Decision decision = decide(new Story().workspace(), IDLE, new Sight.Foreign("10.0.0.9:1", 3));

        assertThat(decision)
                .isEqualTo(new Decision.Wait(
                        NOW.plusSeconds(9), "traffic goes to 10.0.0.9:1, which is no site; nothing to do"));
    }

    @Test
    void shouldWaitWithTheReasonWhenTheTargetIsUnreachable() {
        Decision decision = decide(new Story().workspace(), IDLE, new Sight.Unreachable("refused"));

        assertThat(decision).isInstanceOf(Decision.Wait.class);
        assertThat(decision.why()).contains("cannot be read: refused");
    }

    @Test
    void shouldLeaveTheTurnToTheStepsWhenOneMayBeClaimed() {
        Decision claim = new Decision.Claim(
                new IncidentId("INC-2026-03-01-001"), new StepId("fence"), 1, Arguments.none(), "it is ready");

        assertThat(decide(new Story().workspace(), claim, BLUE)).isSameAs(claim);
    }
}
