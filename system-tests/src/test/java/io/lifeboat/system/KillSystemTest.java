package io.lifeboat.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.cli.lab.LabShape;
import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.fold.StepState;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.StepId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(600)
class KillSystemTest {
    @TempDir
    Path folder;

    @Test
    void shouldSwitchOnceAndComeToItsEndWhenTheActiveQdrantIsKilled() throws Exception {
        try (SystemLab lab = SystemLab.start(folder)) {
            SiteId active = killActive(lab);

            awaitEnd(lab);

            assertOneSwitch(lab, active);
        }
    }

    /** The service is killed at the moment at which the step that it must do next is seen in the log. */
    @ParameterizedTest
    @CsvSource({
        "failover, assess-standby",
        "failover, switch-traffic",
        "verifier, verify-failover",
        "notifier, notify-first"
    })
    void shouldSwitchOnceAndComeToItsEndWhenAServiceIsKilledAtAStep(String service, String step) throws Exception {
        try (SystemLab lab = SystemLab.start(folder)) {
            SiteId active = killActive(lab);
            lab.await(step + " claimed", () -> hasBegun(lab, step));
            lab.act(service, "kill");

            awaitEnd(lab);

            assertOneSwitch(lab, active);
        }
    }

    private static boolean hasBegun(SystemLab lab, String step) {
        return lab.incident()
                .filter(incident -> incident.status(new StepId(step)).attempt() > 0)
                .isPresent();
    }

    private static SiteId killActive(SystemLab lab) throws Exception {
        SiteId active = lab.workspace().orElseThrow().active();
        lab.act(LabShape.qdrant(active), "kill");
        return active;
    }

    /** The service is back by what was verified, and the plan has nothing left to do. */
    private static void awaitEnd(SystemLab lab) throws Exception {
        lab.await(
                "an incident whose service is back",
                () -> lab.incident()
                        .filter(incident -> incident.recoveredAt() != null)
                        .isPresent());
        lab.await(
                "the last step",
                () -> lab.incident().filter(KillSystemTest::hasEnded).isPresent());
    }

    private static boolean hasEnded(Incident incident) {
        return incident.plan().steps().stream()
                .allMatch(step -> incident.status(step.id()).state().isEnded() || step.compensates() != null);
    }

    private static void assertOneSwitch(SystemLab lab, SiteId old) throws Exception {
        SiteId other = old.equals(LabShape.BLUE) ? LabShape.GREEN : LabShape.BLUE;
        List<JsonNode> moves = lab.moves();
        assertThat(moves).hasSize(1);
        assertThat(lab.traffic().path("target").asText()).isEqualTo(lab.address(other));
        assertThat(lab.workspace().orElseThrow().active()).isEqualTo(other);
        Incident incident = lab.incident().orElseThrow();
        assertThat(incident.status(new StepId("switch-traffic")).state()).isInstanceOf(StepState.Succeeded.class);
        assertThat(moves.get(0).path("claimId").asText()).isNotEmpty();
        assertThat(lab.traffic().path("epoch").asLong())
                .isEqualTo(lab.workspace().orElseThrow().epoch());
    }
}
