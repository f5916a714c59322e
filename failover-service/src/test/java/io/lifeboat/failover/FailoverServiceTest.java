package io.lifeboat.failover;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.fold.StepState;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.plan.Need;
import io.lifeboat.events.step.EffectClass;
import io.lifeboat.events.step.StepCatalogue;
import io.lifeboat.failover.traffic.Switches;
import io.lifeboat.saga.Decision;
import io.lifeboat.service.Host;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The service as it runs, on a real broker and before a real edge; an incident stands in the log with its plan. */
@QuarkusTest
@QuarkusTestResource(LabResource.class)
class FailoverServiceTest {
    private static final Duration LONG = Duration.ofSeconds(90);

    @Inject
    Host host;

    @Inject
    Switches switches;

    @Inject
    MeterRegistry registry;

    @Test
    void shouldBePreparedAndRunItsStepsWhenAnIncidentIsOpened() throws Exception {
        // given
        Workspace known = await(workspace -> workspace.active() != null);
        assertThat(known.active()).isEqualTo(new SiteId("blue"));
        awaitGauge("lifeboat.standby.fit", 1);
        awaitGauge("lifeboat.rehearsed", 1);

        // when
        try (Opener opener = Opener.on(LabResource.bootstrap(), FailoverServiceTest::open)) {
            opener.start();
            Workspace ended = await(workspace -> workspace
                    .find(Story.INCIDENT)
                    .filter(incident -> isEnded(incident, "move"))
                    .isPresent());

            // then
            Incident incident = ended.find(Story.INCIDENT).orElseThrow();
            assertThat(state(incident, "fence")).isInstanceOf(StepState.Failed.class);
            assertThat(state(incident, "run")).isInstanceOf(StepState.Succeeded.class);
            assertThat(state(incident, "move")).isInstanceOf(StepState.Succeeded.class);
            assertThat(ended.active()).isEqualTo(new SiteId("green"));
            assertThat(switches.of(Story.SHOP).orElseThrow().read().value()).isEqualTo(LabResource.GREEN);
        }
    }

    private void awaitGauge(String name, double wanted) throws InterruptedException {
        Instant end = Instant.now().plus(LONG);
        while (true) {
            Gauge gauge = registry.find(name).gauge();
            if (gauge != null && gauge.value() == wanted) {
                return;
            }
            assertThat(Instant.now()).as("gave up on %s=%s", name, gauge).isBefore(end);
            Thread.sleep(50);
        }
    }

    private static Decision open(Workspace workspace) {
        if (workspace.active() == null || workspace.lastSeq() > 0) {
            return new Decision.Wait(null, "nothing to open");
        }
        return new Decision.Append(
                List.of(Story.opening(
                        false,
                        PlannedSteps.fence("blue"),
                        io.lifeboat.events.plan.Step.of("run", StepCatalogue.EXEC)
                                .argument("command", List.of("true"))
                                .build(),
                        PlannedSteps.move(EffectClass.CAS, "edge", "green", LabResource.GREEN)
                                .needs(Need.ended("fence"), Need.succeeded("run"))
                                .build())),
                "blue answers nobody");
    }

    private static boolean isEnded(Incident incident, String step) {
        return state(incident, step).isEnded();
    }

    private static StepState state(Incident incident, String step) {
        return incident.status(new io.lifeboat.events.id.StepId(step)).state();
    }

    private Workspace await(Predicate<Workspace> wanted) throws InterruptedException {
        assertThat(host.self().service()).isEqualTo(Service.FAILOVER);
        Instant end = Instant.now().plus(LONG);
        while (true) {
            Workspace state = host.participant().workspace(Story.SHOP);
            if (wanted.test(state)) {
                return state;
            }
            assertThat(Instant.now()).as("gave up on %s", state).isBefore(end);
            Thread.sleep(50);
        }
    }
}
