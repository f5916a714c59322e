package io.lifeboat.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.cli.CliRun;
import io.lifeboat.cli.Failure;
import io.lifeboat.cli.Golden;
import io.lifeboat.events.incident.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {
    private static final String EXAMPLE =
            CliRun.root().resolve("deploy/examples/workspaces.yaml").toString();

    @Test
    void shouldShowEveryStepAndWhatItTouches() {
        CliRun run = CliRun.of("plan", "shop", "cluster-failure", "--config", EXAMPLE);

        assertThat(run.status()).isZero();
        Golden.assertMatches("plan.txt", run.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLUSTER_FAILURE", "cluster_failure", "Cluster-Failure"})
    void shouldKnowAScenarioInAnyCase(String name) {
        assertThat(PlanCommand.scenario(name)).isEqualTo(Scenario.CLUSTER_FAILURE);
    }

    @Test
    void shouldShowHowDataWouldBeBroughtBackWhenItIsADryRun() {
        CliRun run = CliRun.of(
                "restore",
                "shop",
                "--dry-run",
                "--at",
                "2026-03-01T08:00:00Z",
                "--collections",
                "docs,users",
                "--config",
                EXAMPLE);

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(
                        "choose-backup",
                        "restore-collections",
                        "verify-recovery",
                        "cut-over",
                        "new collections beside");
    }

    @Test
    void shouldRefuseATimeTogetherWithABackup() {
        CliRun run = CliRun.of(
                "restore",
                "shop",
                "--dry-run",
                "--at",
                "2026-03-01T08:00:00Z",
                "--backup",
                "shop/qdrant/full/20260301_080000",
                "--config",
                EXAMPLE);

        assertThat(run.status()).isEqualTo(Failure.USAGE);
        assertThat(run.err()).contains("expected a time or a backup, got both");
    }

    @Test
    void shouldListAllScenariosWhenOneIsUnknown() {
        assertThatThrownBy(() -> PlanCommand.scenario("flood"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("SECURITY_BREACH")
                .hasMessageEndingWith("got 'flood'");
    }

    @Test
    void shouldListTheWorkspacesWhenOneIsUnknown() {
        CliRun run = CliRun.of("plan", "nobody", "cluster_failure", "--config", EXAMPLE);

        assertThat(run.status()).isEqualTo(Failure.USAGE);
        assertThat(run.err()).isEqualTo("lifeboat: workspace: expected one of [shop, wiki], got 'nobody'\n");
    }

    @Test
    void shouldRefuseASiteThatIsNotConfigured() {
        CliRun run = CliRun.of("plan", "shop", "cluster_failure", "--config", EXAMPLE, "--active", "red");

        assertThat(run.status()).isEqualTo(Failure.USAGE);
        assertThat(run.err()).contains("--active: expected one of [blue, green], got 'red'");
    }

    @Test
    void shouldShowNoSecretThoughTheFencesHaveSome() {
        CliRun run = CliRun.of("plan", "shop", "cluster_failure", "--config", EXAMPLE);

        assertThat(run.out()).doesNotContain("BLUE_FENCE_TOKEN").doesNotContain("env:");
    }
}
