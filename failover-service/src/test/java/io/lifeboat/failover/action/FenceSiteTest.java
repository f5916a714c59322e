package io.lifeboat.failover.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.failover.Configs;
import io.lifeboat.failover.PlannedSteps;
import io.lifeboat.failover.Story;
import io.lifeboat.failover.fence.SiteFence;
import io.lifeboat.saga.step.StepContext;
import io.lifeboat.saga.step.StepOutcome;
import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.config.Site;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FenceSiteTest {
    @TempDir
    private Path directory;

    private final List<String> fenced = new ArrayList<>();

    private StepOutcome run(String fence, String site) throws Exception {
        LifeboatConfig config = Configs.shop(
                directory,
                "{switch: edge, admin: \"http://127.0.0.1:1\"}",
                "nodes: [\"http://127.0.0.1:6333\"], fence: {switch: %s}".formatted(fence),
                "nodes: [\"http://127.0.0.1:6343\"]",
                "");
        Story story = new Story().blueIsActive().opened(true, PlannedSteps.fence(site));
        return new FenceSite(config, List.of(new Noting())).run(story.claim("fence"));
    }

    @Test
    void shouldUseTheFenceThatTheSiteNames() throws Exception {
        assertThat(run("x-noting", "blue")).isInstanceOf(StepOutcome.Done.class);
        assertThat(fenced).containsExactly("blue");
    }

    @Test
    void shouldRecordWhyWhenTheSiteHasNoFence() throws Exception {
        StepOutcome outcome = run("x-noting", "green");

        assertThat(outcome).isEqualTo(StepOutcome.failed("green could not be fenced: no fence is configured for it"));
        assertThat(fenced).isEmpty();
    }

    @Test
    void shouldFailWhenNobodyKnowsThatKindOfFence() throws Exception {
        StepOutcome outcome = run("x-other", "blue");

        assertThat(outcome.why()).isEqualTo("fence of blue: expected one of [x-noting], got 'x-other'");
    }

    @Test
    void shouldFailWhenTheWorkspaceHasNoSuchSite() throws Exception {
        assertThat(run("x-noting", "red").why()).isEqualTo("red is no configured site of workspace shop");
    }

    private final class Noting implements SiteFence {
        @Override
        public String type() {
            return "x-noting";
        }

        @Override
        public StepOutcome fence(Site site, StepContext context, Duration within) {
            fenced.add(site.id().value());
            return StepOutcome.done("noted");
        }
    }
}
