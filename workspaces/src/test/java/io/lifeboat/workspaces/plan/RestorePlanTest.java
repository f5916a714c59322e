package io.lifeboat.workspaces.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.incident.Scenario;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.plan.Need;
import io.lifeboat.events.plan.Plan;
import io.lifeboat.events.plan.Step;
import io.lifeboat.workspaces.Samples;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestorePlanTest {
    private static Plan plan(RestoreWish wish) {
        WorkspaceConfig shop = Samples.workspace();
        return RestorePlan.of(
                shop, Scenario.DATA_CORRUPTION, shop.site(new SiteId("blue")).orElseThrow(), wish);
    }

    private static Step step(Plan plan, String id) {
        return plan.find(new StepId(id)).orElseThrow();
    }

    @Test
    void shouldMoveNothingBeforeItIsVerified() {
        Plan plan = plan(RestoreWish.NEWEST);

        assertThat(step(plan, "verify-recovery").needs()).containsExactly(Need.succeeded("restore-collections"));
        assertThat(step(plan, "cut-over").needs()).containsExactly(Need.succeeded("verify-recovery"));
        assertThat(plan.recoveredWhen()).containsExactly(new StepId("cut-over"));
    }

    @Test
    void shouldAskPeopleOnceTheBackupIsKnown() {
        Plan plan = plan(RestoreWish.NEWEST);

        assertThat(step(plan, "choose-backup").approval().needed()).isFalse();
        assertThat(step(plan, "restore-collections").approval().persons()).isPositive();
    }

    @Test
    void shouldLeadBackToTheOldDataWhenItIsUndone() {
        Step undo = step(plan(RestoreWish.NEWEST), "undo-cut-over");

        assertThat(undo.compensates()).isEqualTo(new StepId("cut-over"));
        assertThat(undo.arguments().values()).containsEntry("back", true);
    }

    @Test
    void shouldCarryTheWishInItsSteps() {
        RestoreWish wish = new RestoreWish(
                Optional.of(Instant.parse("2026-03-01T08:00:00Z")),
                Optional.empty(),
                List.of("docs"),
                Optional.of(URI.create("http://10.0.0.9:6333")));

        Plan plan = plan(wish);

        assertThat(step(plan, "choose-backup").arguments().values())
                .containsEntry("at", "2026-03-01T08:00:00Z")
                .containsEntry("collections", List.of("docs"))
                .containsEntry("into", "http://10.0.0.9:6333");
        assertThat(step(plan, "cut-over").arguments().values())
                .containsEntry("collections", List.of("docs"))
                .containsEntry("into", "http://10.0.0.9:6333");
        assertThat(RestoreWish.of(wish.toArguments())).isEqualTo(wish);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.9:6333", "file:///etc/passwd", "http://me:secret@host:6333"})
    void shouldRefuseAnAddressThatIsNone(String into) {
        assertThatThrownBy(() -> RestoreWish.of(Arguments.of("into", into)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("into: expected an http address");
    }
}
