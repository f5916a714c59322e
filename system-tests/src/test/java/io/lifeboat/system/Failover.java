package io.lifeboat.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.cli.lab.LabShape;
import io.lifeboat.cli.log.FoldedRecord;
import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.fold.StepState;
import io.lifeboat.events.fold.StepStatus;
import io.lifeboat.events.id.ClaimId;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.incident.IncidentAdvanced;
import io.lifeboat.events.incident.IncidentOpened;
import io.lifeboat.events.incident.Stage;
import io.lifeboat.events.incident.StepClaimed;
import io.lifeboat.events.incident.StepEnded;
import io.lifeboat.events.incident.WorkspaceEvent;
import io.lifeboat.events.plan.Step;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A failover of a lab's workspace, from the death of its active Qdrant on; judged by the edge's journal and the log. */
final class Failover {
    static final String ASSESS = "assess-standby";
    static final String SWITCH = "switch-traffic";
    static final String VERIFY = "verify-failover";
    static final String REPORT = "report";

    private final SystemLab lab;
    private final SiteId old;

    private Failover(SystemLab lab, SiteId old) {
        this.lab = lab;
        this.old = old;
    }

    /** SIGKILL of the active Qdrant. */
    static Failover begin(SystemLab lab) throws IOException, InterruptedException {
        SiteId active = lab.workspace().orElseThrow().active();
        ProcessHandle qdrant = lab.handle(LabShape.qdrant(active));
        return begin(lab, active, qdrant);
    }

    /** The same where nobody can be asked any more which process that is. */
    static Failover begin(SystemLab lab, SiteId active, ProcessHandle qdrant) {
        assertThat(qdrant.destroyForcibly()).as("SIGKILL of %s", active).isTrue();
        return new Failover(lab, active);
    }

    SiteId old() {
        return old;
    }

    SiteId other() {
        return old.equals(LabShape.BLUE) ? LabShape.GREEN : LabShape.BLUE;
    }

    void awaitOpened() throws InterruptedException {
        lab.await("an incident", () -> lab.incident().isPresent());
    }

    /** Waits until a step has been claimed. */
    void awaitClaimed(String step) throws InterruptedException {
        lab.await(
                step + " claimed",
                () -> status(step).filter(status -> status.attempt() > 0).isPresent());
    }

    void awaitIn(String step, Class<? extends StepState> state) throws InterruptedException {
        lab.await(
                step + " " + state.getSimpleName(),
                () -> status(step)
                        .filter(status -> state.isInstance(status.state()))
                        .isPresent());
    }

    Optional<StepStatus> status(String step) {
        return lab.incident().map(incident -> incident.status(new StepId(step)));
    }

    /** The service is back by what was verified, and the plan has nothing left to do. */
    void awaitEnd() throws InterruptedException {
        lab.await(
                "an incident whose service is back",
                () -> lab.incident()
                        .filter(incident -> incident.recoveredAt() != null)
                        .isPresent());
        lab.await(
                "the last step", () -> lab.incident().filter(Failover::hasEnded).isPresent());
    }

    private static boolean hasEnded(Incident incident) {
        return incident.plan().steps().stream()
                .allMatch(step -> incident.status(step.id()).state().isEnded() || step.compensates() != null);
    }

    /** One switch at the edge, to the other site, by the claim that the log knows; and a timeline with nothing missing. */
    void assertOneSwitchAndWholeTimeline() throws IOException, InterruptedException {
        assertOneSwitch();
        assertWholeTimeline();
    }

    private void assertOneSwitch() throws IOException, InterruptedException {
        assertThat(lab.moves()).hasSize(1);
        assertThat(lab.traffic().path("target").asText()).isEqualTo(lab.address(other()));
        assertThat(lab.workspace().orElseThrow().active()).isEqualTo(other());
        assertThat(lab.traffic().path("epoch").asLong())
                .isEqualTo(lab.workspace().orElseThrow().epoch());
        assertThat(status(SWITCH).orElseThrow().state()).isInstanceOf(StepState.Succeeded.class);
        assertNoSetWithoutClaim();
    }

    /** Whatever the edge was asked to set carries a claim that stood in the log before, and counted. */
    void assertNoSetWithoutClaim() throws IOException, InterruptedException {
        Map<ClaimId, Instant> claims = new HashMap<>();
        for (FoldedRecord folded : effective()) {
            if (folded.record().event() instanceof StepClaimed claimed
                    && claimed.step().value().equals(SWITCH)) {
                claims.put(claimed.claim(), folded.record().appendedAt());
            }
        }
        for (JsonNode set : lab.journal()) {
            ClaimId claim = ClaimId.of(set.path("to").path("claimId").asText());
            assertThat(claims).as("the claim of %s", set).containsKey(claim);
            assertThat(Instant.parse(set.path("at").asText()))
                    .as("the time of %s", set)
                    .isAfterOrEqualTo(claims.get(claim));
        }
    }

    /** Opened once, each step that was done claimed before it ended and ended once, recovered: in this order, in the log. */
    private void assertWholeTimeline() throws InterruptedException {
        Incident incident = lab.incident().orElseThrow();
        List<FoldedRecord> records = effective();
        assertThat(records.getFirst().record().event()).isInstanceOf(IncidentOpened.class);
        Set<ClaimId> claimed = new HashSet<>();
        Set<StepId> ended = new HashSet<>();
        boolean recovered = false;
        for (FoldedRecord folded : records) {
            switch (folded.record().event()) {
                case StepClaimed event -> claimed.add(event.claim());
                case StepEnded event -> {
                    assertThat(claimed).as("claims before %s", event).contains(event.claim());
                    ended.add(event.step());
                }
                case IncidentAdvanced event -> recovered |= event.stage() == Stage.RECOVERED;
                default -> {}
            }
        }
        assertThat(recovered).as("recovered in the log").isTrue();
        assertThat(ended)
                .containsAll(incident.stepsIn(StepState.Succeeded.class)
                        .map(Step::id)
                        .toList());
        assertThat(incident.stepsIn(StepState.Failed.class)).isEmpty();
    }

    /** What counts of the incident in the log, read anew; there is one. */
    private List<FoldedRecord> effective() throws InterruptedException {
        IncidentId id = lab.incident().orElseThrow().id();
        List<FoldedRecord> history = lab.history().stream()
                .filter(folded -> folded.ruling().isEffective())
                .toList();
        assertThat(history)
                .filteredOn(folded -> folded.record().event() instanceof IncidentOpened)
                .as("openings that count")
                .hasSize(1);
        return history.stream().filter(folded -> isAbout(folded, id)).toList();
    }

    private static boolean isAbout(FoldedRecord folded, IncidentId id) {
        return folded.record().event() instanceof WorkspaceEvent event
                && event.about().filter(id::equals).isPresent();
    }
}
