package io.lifeboat.restore.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.fold.Fleet;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.incident.BackupProven;
import io.lifeboat.events.incident.ProofVerdict;
import io.lifeboat.restore.Story;
import io.lifeboat.saga.Decider;
import io.lifeboat.saga.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProofDeciderTest {
    private static final Decision NOTHING = new Decision.Wait(null, "no step is ready");
    private static final BackupProven PROOF = new BackupProven(
            Story.SHOP,
            "qdrant",
            "shop/qdrant/full/20260301_080000",
            Story.BEGIN,
            Story.BEGIN.plusSeconds(60),
            ProofVerdict.PROVEN,
            1,
            60,
            4096,
            Duration.ofSeconds(9),
            "5a".repeat(32),
            "as recorded",
            null,
            null);

    private static Decision decide(Decision steps, Workspace workspace) {
        Decider decider = new ProofDecider((known, fleet, now) -> steps, id -> Optional.of(PROOF));
        return decider.decide(workspace, Fleet.empty(), Instant.EPOCH);
    }

    @Test
    void shouldTellAProofWhenNoStepIsToBeClaimed() {
        Decision decision = decide(NOTHING, new Story().blueIsActive().workspace());

        assertThat(decision)
                .isEqualTo(new Decision.Append(
                        List.of(PROOF), "the proof of shop/qdrant/full/20260301_080000 has ended: as recorded"));
    }

    @Test
    void shouldLeaveStepsTheirTurn() {
        Decision append = new Decision.Append(List.of(PROOF), "something else");

        assertThat(decide(append, new Story().blueIsActive().workspace())).isEqualTo(append);
    }

    @Test
    void shouldTellAProofOnce() {
        Workspace told = new Story().blueIsActive().tell(Service.RESTORE, PROOF).workspace();

        assertThat(decide(NOTHING, told)).isEqualTo(NOTHING);
    }
}
