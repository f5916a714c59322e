package io.lifeboat.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.cli.lab.LabService;
import io.lifeboat.cli.lab.LabShape;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.SiteId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SystemTest
class KillSystemTest {
    private static final int SOME_WRITES = 10;

    @TempDir
    Path folder;

    @Test
    void shouldSwitchOnceAndSendNoWriteToTheOldSiteThatComesBack() throws Exception {
        try (SystemLab lab = SystemLab.start(folder)) {
            // given
            Failover failover = Failover.begin(lab);
            failover.awaitEnd();
            failover.assertOneSwitchAndWholeTimeline();

            // when
            String qdrant = LabShape.qdrant(failover.old());
            lab.act(qdrant, "unfence");
            lab.act(qdrant, "start");
            lab.awaitReady(qdrant);
            JsonNode before = content(lab, failover.old());
            Instant back = Instant.now();
            lab.await("writes after its return", () -> writesSince(lab, back) >= SOME_WRITES);

            // then
            assertThat(content(lab, failover.old())).isEqualTo(before);
            failover.assertOneSwitchAndWholeTimeline();
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
            Failover failover = Failover.begin(lab);
            failover.awaitClaimed(step);
            lab.act(service, "kill");

            failover.awaitEnd();

            failover.assertOneSwitchAndWholeTimeline();
        }
    }

    @ParameterizedTest(name = "the owner: {0}")
    @ValueSource(booleans = {true, false})
    void shouldSwitchOnceAndComeToItsEndWhenAVantageIsKilledAsTheIncidentOpens(boolean owner) throws Exception {
        try (SystemLab lab = SystemLab.start(folder)) {
            String owning = SystemLab.nameOf(lab.owner(Service.DETECTOR));
            String killed = owner ? owning : vantageBut(owning);
            Failover failover = Failover.begin(lab);
            failover.awaitOpened();
            lab.act(killed, "kill");

            failover.awaitEnd();

            failover.assertOneSwitchAndWholeTimeline();
            lab.awaitReady(killed);
        }
    }

    private static String vantageBut(String owning) {
        return LabShape.SERVICES.stream()
                .filter(service -> service.service() == Service.DETECTOR)
                .map(LabService::name)
                .filter(name -> !name.equals(owning))
                .findFirst()
                .orElseThrow();
    }

    private static int writesSince(SystemLab lab, Instant since) throws IOException, InterruptedException {
        return lab.get(lab.ports().app(), "/acknowledged?since=" + since).size();
    }

    /** All points that a site's Qdrant itself has in the collection that the application writes to. */
    private static JsonNode content(SystemLab lab, SiteId site) throws IOException, InterruptedException {
        JsonNode page = lab.post(
                lab.ports().qdrant(site),
                "/collections/docs/points/scroll",
                Map.of("limit", 10_000, "with_payload", true));
        assertThat(page.path("result").path("next_page_offset").isNull()).isTrue();
        return page.path("result").path("points");
    }
}
