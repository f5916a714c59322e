package io.lifeboat.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.cli.lab.LabService;
import io.lifeboat.cli.lab.LabShape;
import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.health.TargetReported;
import io.lifeboat.events.health.TargetState;
import io.lifeboat.events.id.SiteId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SystemTest
class BrokerAwaySystemTest {
    private static final Duration AWAY = Duration.ofSeconds(60);
    private static final List<String> SERVICES =
            LabShape.SERVICES.stream().map(LabService::name).toList();

    @TempDir
    Path folder;

    /** Fencing is SIGKILL and nothing that starts it again. */
    @Test
    void shouldLoseNothingAndDoNothingWhenTheActiveQdrantDiesWhileKafkaIsAwayForAMinute() throws Exception {
        try (SystemLab lab = SystemLab.start(folder)) {
            // given
            SiteId active = lab.workspace().orElseThrow().active();
            ProcessHandle qdrant = lab.handle(LabShape.qdrant(active));
            lab.act(LabShape.KAFKA, "fence");
            Instant gone = Instant.now();

            // when
            Failover failover = Failover.begin(lab, active, qdrant);
            lab.await("a minute without Kafka", () -> Instant.now().isAfter(gone.plus(AWAY)));

            // then
            assertThat(lab.journal()).isEmpty();
            lab.act(LabShape.KAFKA, "unfence");
            lab.act(LabShape.KAFKA, "start");
            Instant back = Instant.now();
            failover.awaitEnd();
            failover.assertOneSwitchAndWholeTimeline();
            Incident incident = lab.incident().orElseThrow();
            assertThat(incident.startedAt()).isBetween(gone, back);
            assertThat(lab.log().reports().values())
                    .filteredOn(report -> isNode(report, failover))
                    .hasSize(LabShape.VANTAGES.size())
                    .allSatisfy(report -> {
                        assertThat(report.state()).isEqualTo(TargetState.DOWN);
                        assertThat(report.since()).isBefore(back);
                    });
            lab.awaitReady(SERVICES.toArray(String[]::new));
            assertThat(lab.restarts(SERVICES)).isZero();
        }
    }

    private static boolean isNode(TargetReported report, Failover failover) {
        return report.target().value().equals(failover.old() + "-1");
    }
}
