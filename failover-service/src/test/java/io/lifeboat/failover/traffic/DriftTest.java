package io.lifeboat.failover.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.step.EffectClass;
import io.lifeboat.failover.PlannedSteps;
import io.lifeboat.failover.Story;
import org.junit.jupiter.api.Test;

class DriftTest {
    private static final Sight BLUE = new Sight.Found(new SiteId("blue"), 0);
    private static final Sight GREEN = new Sight.Found(new SiteId("green"), 0);

    private final Workspace blueIsActive = new Story().blueIsActive().workspace();

    @Test
    void shouldSeeNoDriftWhenTrafficGoesWhereTheLogSays() {
        assertThat(Drift.between(blueIsActive, BLUE)).isEmpty();
    }

    @Test
    void shouldSeeDriftWhenTrafficGoesElsewhere() {
        assertThat(Drift.between(blueIsActive, GREEN))
                .contains("traffic goes to green with epoch 0, the log says blue with epoch 0");
        assertThat(Drift.between(blueIsActive, new Sight.Foreign("10.0.0.9:1", 2)))
                .isPresent();
    }

    @Test
    void shouldSeeNoDriftWhenTheTargetCannotBeAsked() {
        assertThat(Drift.between(blueIsActive, new Sight.Unreachable("refused")))
                .isEmpty();
    }

    @Test
    void shouldSeeNoDriftWhenTheLogDoesNotKnowTheActiveSite() {
        assertThat(Drift.between(new Story().workspace(), GREEN)).isEmpty();
    }

    @Test
    void shouldSeeNoDriftWhileAStepMovesTraffic() {
        Story story = new Story()
                .blueIsActive()
                .opened(
                        true,
                        PlannedSteps.move(EffectClass.CAS, "edge", "green", "v").build());
        story.claim("move");

        assertThat(Drift.between(story.workspace(), GREEN)).isEmpty();
    }
}
