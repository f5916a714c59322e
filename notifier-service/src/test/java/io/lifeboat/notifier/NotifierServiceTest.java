package io.lifeboat.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.fold.StepState;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.plan.Need;
import io.lifeboat.events.plan.Step;
import io.lifeboat.events.step.StepCatalogue;
import io.lifeboat.saga.Decision;
import io.lifeboat.service.Host;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The service as it runs, on a real broker: it tells people what the log wants, and nothing else. */
@QuarkusTest
@QuarkusTestResource(LabResource.class)
class NotifierServiceTest {
    private static final Duration LONG = Duration.ofSeconds(90);

    @Inject
    Host host;

    @Test
    void shouldSendOneMessageForEachStepWhenAnIncidentIsOpened() throws Exception {
        assertThat(LabResource.RECEIVED).as("nothing is sent in a quiet hour").isEmpty();

        try (Opener opener = Opener.on(LabResource.bootstrap(), NotifierServiceTest::open)) {
            opener.start();
            Incident ended = awaitEnd("escalate");

            assertThat(ended.status(new StepId("first")).state()).isInstanceOf(StepState.Succeeded.class);
            assertThat(ended.status(new StepId("escalate")).state()).isInstanceOf(StepState.Succeeded.class);
            assertThat(LabResource.RECEIVED).hasSize(2);
            assertThat(LabResource.RECEIVED.get(0)).contains("\"phase\":\"first\"");
            assertThat(LabResource.RECEIVED.get(1)).contains("A person is needed: nobody knows what to do");
        }
    }

    private static Decision open(Workspace workspace) {
        return workspace.lastSeq() > 0
                ? new Decision.Wait(null, "nothing to open")
                : new Decision.Append(
                        List.of(Story.opening(
                                false,
                                Step.of("first", StepCatalogue.NOTIFY)
                                        .argument("phase", "first")
                                        .build(),
                                Step.of("escalate", StepCatalogue.ESCALATE)
                                        .argument("reason", "nobody knows what to do")
                                        .needs(Need.ended("first"))
                                        .build())),
                        "blue answers nobody");
    }

    private Incident awaitEnd(String step) throws InterruptedException {
        Instant end = Instant.now().plus(LONG);
        while (true) {
            Workspace state = host.participant().workspace(Story.SHOP);
            if (state.find(Story.INCIDENT)
                    .filter(incident ->
                            incident.status(new StepId(step)).state().isEnded())
                    .isPresent()) {
                return state.find(Story.INCIDENT).orElseThrow();
            }
            assertThat(Instant.now()).as("gave up on %s", state).isBefore(end);
            Thread.sleep(50);
        }
    }
}
